import { constants, existsSync, statSync } from 'node:fs'
import { copyFile, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Why a file cannot come to stand there, before anything is written; `null`: it can. */
export function whyNotThere(out: string, { force }: { readonly force: boolean }): string | null {
  const folder = dirname(out)
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    return `There is no folder ${folder}. Make it, or choose another place.`
  if (!existsSync(out)) return null
  if (statSync(out).isDirectory()) return `${out} is a folder. Name a file in it.`
  return force ? null : `${out} exists already. Choose another name, or write over it with --force.`
}

/** Copies a file to where somebody wants it; it has its name only once it is whole. @returns why it is not there */
export async function putOut(file: string, out: string): Promise<string | null> {
  const part = `${out}.part`
  try {
    await copyFile(file, part, constants.COPYFILE_FICLONE)
    await rename(part, out)
    return null
  } catch (error) {
    await rm(part, { force: true })
    const { code, message } = error as NodeJS.ErrnoException
    return `${out} was not written: ${(code !== undefined && reasons[code]) || message}`
  }
}

const noRoom = 'there is no room on that disk. Free some space and run it again.'
const noRights = 'this user may not write there. Choose another place.'
const reasons: Readonly<Record<string, string>> = {
  ENOSPC: noRoom,
  EDQUOT: noRoom,
  EACCES: noRights,
  EPERM: noRights,
  EROFS: 'that disk can only be read. Choose another place.',
}
