import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Seal } from './seal.ts'

const ivBytes = 12
const tagBytes = 16

/**
 * AES-256-GCM with a random key in a file beside the secrets. This keeps passwords out of a copied database, a backup or
 * a log; it does not keep them from whoever can read this user's files.
 */
export const createKeyFileSeal = (keyFile: string): Seal => {
  let known: Promise<Buffer> | undefined
  const key = () => {
    known ??= readOrMakeKey(keyFile).catch(error => {
      known = undefined
      throw error
    })
    return known
  }
  return {
    async close(ref, text) {
      const iv = randomBytes(ivBytes)
      const cipher = createCipheriv('aes-256-gcm', await key(), iv).setAAD(Buffer.from(ref))
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64')
    },
    async open(ref, sealed) {
      const bytes = Buffer.from(sealed, 'base64')
      const decipher = createDecipheriv('aes-256-gcm', await key(), bytes.subarray(0, ivBytes), {
        authTagLength: tagBytes,
      })
      try {
        decipher.setAAD(Buffer.from(ref)).setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes))
        return Buffer.concat([
          decipher.update(bytes.subarray(ivBytes + tagBytes)),
          decipher.final(),
        ]).toString('utf8')
      } catch {
        throw new Error(`The saved password «${ref}» does not open with ${keyFile}. Enter it again.`)
      }
    },
  }
}

const readOrMakeKey = async (file: string): Promise<Buffer> => {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  try {
    await writeFile(file, randomBytes(32).toString('base64'), { mode: 0o600, flag: 'wx', flush: true })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
      // Half a key would be refused for ever.
      await rm(file, { force: true })
      throw error
    }
  }
  const key = Buffer.from(await readFile(file, 'utf8'), 'base64')
  if (key.length !== 32)
    throw new Error(`${file} is not a key. Put it back from a backup, or delete it and secrets.json.`)
  return key
}
