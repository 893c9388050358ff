import type { TrunkId } from '../domain/ids.ts'
import { addAudit } from '../store/audit.ts'
import { updateTrunk } from '../store/save-trunk.ts'
import { actor } from './actor.ts'
import { refused } from './refuse.ts'
import type { Services } from './services.ts'

export const passwordOf = ({ secrets }: Services, ref: string) => kept(() => secrets.get(ref))

/** The key store rejects with a sentence for people. */
export async function kept<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error)
    throw refused({ code: 'password', field: 'password', what, cure: 'Enter the password again.' })
  }
}

export async function keepPassword(
  context: Services,
  id: TrunkId,
  password: string | undefined,
): Promise<void> {
  if (password === undefined) return
  const secretRef = `trunk/${id}`
  await kept(() =>
    password === '' ? context.secrets.remove(secretRef) : context.secrets.set(secretRef, password),
  )
  const now = context.now()
  await context.change(async tx => {
    await updateTrunk(tx, id, { secretRef: password === '' ? null : secretRef }, now)
    const change = { password: password === '' ? 'removed' : 'set' }
    await addAudit(tx, { actor, action: 'trunk.password', subject: `trunk ${id}`, detail: change }, now)
  })
}
