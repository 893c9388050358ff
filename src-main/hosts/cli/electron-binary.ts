import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { hasDisplay } from './open-browser.ts'

export type ElectronBinary =
  | { readonly is: 'there'; readonly path: string }
  /** `reason` goes into a sentence: lower case, no full stop. */
  | { readonly is: 'missing'; readonly reason: string }

/** Electron's own program, if it is installed and could show a window here. Never downloads anything. */
export const electronBinary = (): ElectronBinary => {
  const folder = electronFolder()
  if (folder === null) return missing('Electron is not installed here')
  const name = join(folder, 'path.txt')
  const path = existsSync(name) ? join(folder, 'dist', readFileSync(name, 'utf8').trim()) : null
  if (path === null || !existsSync(path))
    return missing(
      `Electron's program is not here: ${process.env.TRUNKLINE_NO_DESKTOP || 'it was never downloaded'}`,
    )
  if (!hasDisplay()) return missing('this computer has no display')
  if (process.platform === 'linux' && process.getuid?.() === 0)
    return missing('Electron does not run as root')
  return { is: 'there', path }
}

const missing = (reason: string): ElectronBinary => ({ is: 'missing', reason })

const electronFolder = (): string | null => {
  try {
    return dirname(createRequire(import.meta.url).resolve('electron/package.json'))
  } catch {
    return null
  }
}
