import { SingleBar } from 'cli-progress'
import type { RunProgress } from '../run-campaign.ts'

export interface ProgressBar {
  show(progress: RunProgress): void
  end(): void
}

/** A bar on stderr where a person watches; silent where the output goes into a file or a program. */
export function progressBar(): ProgressBar {
  const bar = new SingleBar({
    format: '{bar} {value}/{total} contacts · {calls} calls · {active} now · {duration_formatted}',
    barCompleteChar: '━',
    barIncompleteChar: '─',
    barsize: 28,
    hideCursor: true,
    stream: process.stderr,
    noTTYOutput: false,
  })
  let started = false
  return {
    show({ contacts, finished, calls, active }) {
      if (!started) bar.start(contacts, finished, { calls, active })
      started = true
      bar.update(finished, { calls, active })
    },
    end: () => bar.stop(),
  }
}
