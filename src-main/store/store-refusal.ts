import { storeFailure } from './failure.ts'

/** Why a workspace cannot be opened. */
export interface StoreRefusal {
  readonly refused: 'in_use' | 'newer' | 'no_access' | 'full' | 'not_a_workspace' | 'damaged' | 'not_durable'
  /** What, where, what now. */
  readonly message: string
}

/** What an error while opening means; `null` for a bug. */
export function refusalFor(error: unknown, file: string): StoreRefusal | null {
  const failure = storeFailure(error, file)
  if (failure !== null) {
    switch (failure.reason) {
      case 'full':
        return {
          refused: 'full',
          message: `The disk that holds ${file} is full. Free some space and start again.`,
        }
      case 'corrupt':
        return {
          refused: 'not_a_workspace',
          message: `${file} is not a workspace or is damaged. Choose another folder or restore a backup.`,
        }
      case 'locked':
        return inUse(file)
      case 'io':
      case 'read_only':
        return noAccess(file, failure.message)
    }
  }
  const isFileError = error instanceof Error && 'syscall' in error
  return isFileError ? noAccess(file, error.message) : null
}

export const inUse = (file: string): StoreRefusal => ({
  refused: 'in_use',
  message: `${file} is open in another running Trunkline. Close that one, or choose another folder.`,
})
export const isNewer = (file: string, names: readonly string[]): StoreRefusal => ({
  refused: 'newer',
  message: `${file} was written by a newer Trunkline (${names.join(', ')}). Update this one, or choose another folder.`,
})
const noAccess = (file: string, why: string): StoreRefusal => ({
  refused: 'no_access',
  message: `${file} cannot be written: ${why}. Give this user the right to write there, or choose another folder.`,
})
export const damaged = (file: string, what: string): StoreRefusal => ({
  refused: 'damaged',
  message: `${file} is damaged: ${what}. Restore a backup (trunkline restore --latest), or choose another folder.`,
})
export const notDurable = (file: string): StoreRefusal => ({
  refused: 'not_durable',
  message: `${file} lies on a drive that does not confirm writes (no write-ahead log). Choose a folder on a local drive.`,
})
