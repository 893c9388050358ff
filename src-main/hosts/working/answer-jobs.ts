import type { MessagePort } from 'node:worker_threads'
import { doJob, type JobThread } from './do-job.ts'
import type { JobMessage, JobOrder } from './job-message.ts'

/** What calls write goes on growing while no job is at work. */
const CHECKPOINT_EVERY_MS = 1_000

/** Does the jobs that come through a port. */
export function answerJobs(port: MessagePort, thread: Omit<JobThread, 'tell'>): void {
  const tell = (message: JobMessage) => port.postMessage(message)
  const checkpoint = () => {
    try {
      thread.workFile.checkpoint()
    } catch {
      // A disk that does not write is told by whoever has something to say: the engine, or a job.
    }
  }
  setInterval(checkpoint, CHECKPOINT_EVERY_MS)
  port.on('message', (order: JobOrder) => {
    void doJob(order, { ...thread, tell }).then(end => tell({ is: 'end', end }))
  })
}
