import type { TestCallNews, TestCallWish } from '../contract/lines.ts'
import type { TestCallWish as Wish } from '../dialer/test-call/place-test-call.ts'
import type { TrunkTestStep } from '../dialer/test-trunk.ts'
import type { TrunkConfig } from '../dialer/trunk-config.ts'
import type { TrunkId } from '../domain/ids.ts'
import type { AuditEntry } from '../engine/ports/transaction.ts'
import { addAudit } from '../store/audit.ts'
import { actor } from './actor.ts'
import { createFrameQueue } from './frame-queue.ts'
import type { Services } from './services.ts'
import { mustBeCallable, mustBeFree, mustBeShown, type RunningCalls } from './test-call-refusals.ts'

/** What the command line has without an engine. */
interface TestCallServices extends Pick<Services, 'db' | 'change' | 'statements' | 'now'>, RunningCalls {
  readonly dialer: Pick<Services['dialer'], 'testTrunk'>
}

/** No trunk has this id: a form is tested before it is saved. */
export const notYetStored = 0 as TrunkId

/** More than a test tells. */
const mostNews = 20

/**
 * Tests a trunk, by one real call at last. It is in no table of calls: that it was wanted, and to whom, is in the activity
 * log before it leaves, and what became of it afterwards.
 */
export async function testCall(
  context: TestCallServices,
  trunk: TrunkConfig,
  wish: TestCallWish,
  left?: AbortSignal,
): Promise<AsyncGenerator<TestCallNews, void, void>> {
  const callerId = await mustBeShown(context, trunk, wish)
  const to = await context.change(async tx => {
    const number = mustBeCallable(context, wish)
    mustBeFree(context, trunk, number)
    const shown = callerId ?? trunk.settings.user
    await addAudit(tx, entryOf(trunk, 'trunk.test_call', { number, shown }), context.now())
    return number
  })
  const queue = createFrameQueue<TestCallNews>(mostNews)
  const gone = new AbortController()
  const signal = left ? AbortSignal.any([left, gone.signal]) : gone.signal
  const done = conduct(context, trunk, {
    to,
    callerId,
    signal,
    tell: stage => queue.put({ is: 'now', stage }),
  })
    .then(steps => queue.put({ is: 'tested', steps: [...steps] }))
    .finally(queue.end)
  // Whoever has left is told of no error any more.
  done.catch(() => {})
  return followed(queue.frames(), done, gone)
}

async function conduct(
  context: TestCallServices,
  trunk: TrunkConfig,
  call: Wish,
): Promise<readonly TrunkTestStep[]> {
  const steps = await context.dialer.testTrunk(trunk, call)
  const outcome = steps.at(-1)?.text ?? ''
  const over = entryOf(trunk, 'trunk.test_call_over', { number: call.to, outcome })
  await context.change(tx => addAudit(tx, over, context.now()))
  return steps
}

async function* followed(
  news: AsyncGenerator<TestCallNews, void, void>,
  done: Promise<void>,
  gone: AbortController,
): AsyncGenerator<TestCallNews, void, void> {
  try {
    yield* news
    await done
  } finally {
    gone.abort()
  }
}

const entryOf = ({ id, name }: TrunkConfig, action: string, detail: AuditEntry['detail']): AuditEntry => ({
  actor,
  action,
  subject: id === notYetStored ? 'trunk' : `trunk ${id}`,
  detail: { name, ...detail },
})
