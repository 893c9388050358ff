import { statfs } from 'node:fs/promises'

/** Bytes that this user may still write where the folder lies. */
export const freeDisk = (folder: string) => async (): Promise<number> => {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}
