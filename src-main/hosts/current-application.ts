import type { Application } from './application.ts'

/** The application as it is at each moment, for hosts behind which it is composed anew. */
export const currentApplication = (now: () => Application): Application => ({
  get router() {
    return now().router
  },
  get context() {
    return now().context
  },
  recordingFile: call => now().recordingFile(call),
  takeUpload: (body, file) => now().takeUpload(body, file),
  jobs: {
    start: job => now().jobs.start(job),
    cancel: (job, actor) => now().jobs.cancel(job, actor),
    standing: job => now().jobs.standing(job),
    listNamed: name => now().jobs.listNamed(name),
  },
  campaigns: {
    'campaign-move': asked => now().campaigns['campaign-move'](asked),
    'campaign-now': asked => now().campaigns['campaign-now'](asked),
  },
  jobFile: (job, which) => now().jobFile(job, which),
  logFile: () => now().logFile(),
  backup: () => now().backup(),
  activeCalls: () => now().activeCalls(),
  onActiveCalls: listener => now().onActiveCalls(listener),
  campaignsWait: () => now().campaignsWait(),
  stopAll: options => now().stopAll(options),
  hangUp: () => now().hangUp(),
  close: options => now().close(options),
})
