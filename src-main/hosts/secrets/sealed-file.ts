import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Seal } from './seal.ts'
import type { SecretStore } from './secret-store.ts'

/** Secrets as one JSON file of sealed values, readable by its owner only, replaced whole at each change. */
export const createSealedFile = (file: string, seal: Seal): SecretStore => {
  let turn: Promise<unknown> = Promise.resolve()
  /** One change at a time: two at once would each write the file without the other's value. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work, work)
    turn = mine.catch(() => undefined)
    return mine
  }
  return {
    get: ref =>
      inTurn(async () => {
        const sealed = (await read(file))[ref]
        return sealed === undefined ? null : seal.open(ref, sealed)
      }),
    set: (ref, value) =>
      inTurn(async () => {
        const sealed = await seal.close(ref, value)
        await write(file, { ...(await read(file)), [ref]: sealed })
      }),
    remove: ref =>
      inTurn(async () => {
        const { [ref]: removed, ...rest } = await read(file)
        if (removed !== undefined) await write(file, rest)
      }),
  }
}

type Sealed = Readonly<Record<string, string>>

const read = async (file: string): Promise<Sealed> => {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '{}'
    throw error
  })
  try {
    return JSON.parse(text) as Sealed
  } catch {
    throw new Error(
      `${file} is damaged. Put it back from a backup, or delete it and enter the passwords again.`,
    )
  }
}

const write = async (file: string, content: Sealed): Promise<void> => {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  const next = `${file}.new`
  await writeFile(next, JSON.stringify(content, null, 2), { mode: 0o600, flush: true })
  await chmod(next, 0o600)
  await rename(next, file)
}
