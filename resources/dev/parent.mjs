import { readFileSync } from 'node:fs'

const everyMs = 500

/**
 * Under npm, and under our own re-run, this process is only a link of a chain. When a link above it is gone (killed
 * without a chance to pass the signal on), it ends as if it had been told to.
 */
export const endWithParent = () => {
  const underNpm = process.env.npm_lifecycle_event !== undefined
  if (!underNpm && !process.env.TRUNKLINE_RERUN) return
  const before = chain(underNpm)
  const timer = setInterval(() => {
    if (chain(underNpm) === before) return
    clearInterval(timer)
    process.kill(process.pid, 'SIGTERM')
  }, everyMs)
  timer.unref()
}

/** Our parent and, where npm put a shell between us and itself, the shell's parent. */
const chain = underNpm => `${process.ppid} ${underNpm ? parentOf(process.ppid) : ''}`

/** Only Linux tells; elsewhere the shell's own end must do. */
const parentOf = pid => {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) \S+ /s, '')
      .split(' ')[0]
  } catch {
    return ''
  }
}
