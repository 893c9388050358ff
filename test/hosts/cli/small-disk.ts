import { execFileSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { tempDir } from '../temp-dir.ts'

/** True, with a printed reason, where this test may not mount a file system. */
export const cannotMount = (): boolean => {
  const folder = mkdtempSync(join(tmpdir(), 'trunkline-mount-'))
  try {
    mount(folder, 'size=1m')
    unmount(folder)
    return false
  } catch (error) {
    console.log(`skipped: no small disk can be mounted here (${(error as Error).message.trim()})`)
    return true
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const mount = (folder: string, options: string) =>
  execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { stdio: 'pipe' })
const unmount = (folder: string) => execFileSync('umount', ['-l', folder], { stdio: 'pipe' })

export interface SmallDisk {
  readonly folder: string
  /** Leaves no byte free. */
  fill(): void
  makeRoom(): void
  /** Refuses every write from now on. */
  protect(): void
}

/** A disk of a few megabytes in memory that goes away with the test. */
export const aSmallDisk = (megabytes: number): SmallDisk => {
  const folder = tempDir()
  mount(folder, `size=${megabytes}m`)
  onTestFinished(() => void unmount(folder))
  const ballast = join(folder, 'ballast')
  return {
    folder,
    fill() {
      const file = openSync(ballast, 'a')
      try {
        for (let block = 65_536; block >= 1; block = Math.floor(block / 16))
          fillWith(file, Buffer.alloc(block))
      } finally {
        closeSync(file)
      }
    },
    makeRoom: () => rmSync(ballast),
    protect: () => void mount(folder, 'remount,ro'),
  }
}

const mostBlocks = 4_096

const fillWith = (file: number, block: Buffer): void => {
  for (let at = 0; at < mostBlocks; at++) {
    try {
      writeSync(file, block)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOSPC') return
      throw error
    }
  }
}
