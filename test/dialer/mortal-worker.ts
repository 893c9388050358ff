import '../../src-main/telephony/media/worker.ts'

/** An audio worker that dies in the middle of calls. */
setTimeout(() => {
  throw new Error('ended by the test')
}, 2_500)
