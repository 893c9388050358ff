/**
 * Under npm, and under our own re-run, this process is only a link of a chain. When the link above it is gone (killed
 * without a chance to pass the signal on), it ends as if it had been told to.
 */
export const endWithParent = () => {
  if (!process.env.npm_lifecycle_event && !process.env.TRUNKLINE_RERUN) return
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    process.kill(process.pid, 'SIGTERM')
  }, 500)
  timer.unref()
}
