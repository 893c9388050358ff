import { randomUUID } from 'node:crypto'
import type { TestCallNews, TestCallWish } from '../contract/lines.ts'
import type { TestCallWish as Wish } from '../dialer/test-call/place-test-call.ts'
import type { TrunkTestStep } from '../dialer/test-trunk.ts'
import type { TrunkConfig } from '../dialer/trunk-config.ts'
import type { TestCallId, TrunkId } from '../domain/ids.ts'
import type { AuditEntry } from '../engine/ports/transaction.ts'
import { addAudit } from '../store/audit.ts'
import { addTestCall, keepDialog, removeTestCall } from '../store/test-calls.ts'
import { actor } from './actor.ts'
import { createFrameQueue } from './frame-queue.ts'
import type { Services } from './services.ts'
import {
  channelFor,
  mustBeCallable,
  mustBeShown,
  mustNotBeOnCall,
  type RunningCalls,
} from './test-call-refusals.ts'

/** What the command line has without an engine. */
interface TestCallServices extends Pick<Services, 'db' | 'change' | 'statements' | 'now'>, RunningCalls {
  readonly dialer: Pick<Services['dialer'], 'testTrunk'>
}

/** No trunk has this id: a form is tested before it is saved. */
export const notYetStored = 0 as TrunkId

/** More than a test tells. */
const mostNews = 20

/**
 * Tests a trunk, by one real call at last, which takes a channel like any other. It is in no history of calls: that it
 * was wanted, and to whom, is in the activity log before it leaves, and what became of it afterwards.
 *
 * @param left aborted when nobody follows it any more
 */
export async function testCall(
  context: TestCallServices,
  trunk: TrunkConfig,
  wish: TestCallWish,
  left?: AbortSignal,
): Promise<AsyncGenerator<TestCallNews, void, void>> {
  const callerId = await mustBeShown(context, trunk, wish)
  const channel = await channelFor(context, trunk)
  try {
    const to = await context.change(async tx => {
      const number = mustBeCallable(context, wish)
      mustNotBeOnCall(context, number)
      const shown = callerId ?? trunk.settings.user
      await addAudit(tx, entryOf(trunk, 'trunk.test_call', { number, shown }), context.now())
      return number
    })
    return begin(context, trunk, { to, callerId, language: wish.language }, channel.release, left)
  } catch (error) {
    channel.release()
    throw error
  }
}

function begin(
  context: TestCallServices,
  trunk: TrunkConfig,
  call: Pick<Wish, 'to' | 'callerId' | 'language'>,
  release: () => void,
  left?: AbortSignal,
): AsyncGenerator<TestCallNews, void, void> {
  const queue = createFrameQueue<TestCallNews>(mostNews)
  const id = randomUUID()
  queue.put({ is: 'begun', test: id })
  const gone = new AbortController()
  const leave = () => gone.abort('left')
  left?.addEventListener('abort', leave, { once: true })
  if (left?.aborted) leave()
  const done = conduct(context, trunk, {
    ...call,
    id,
    signal: gone.signal,
    tell: stage => queue.put({ is: 'now', stage }),
  })
    .then(steps => queue.put({ is: 'tested', steps: [...steps] }))
    .finally(() => {
      release()
      queue.end()
    })
  // Whoever has left is told of no error any more.
  done.catch(() => {})
  return followed(queue.frames(), done, leave)
}

async function conduct(
  { change, dialer, now, statements }: TestCallServices,
  trunk: TrunkConfig,
  call: Omit<Wish, 'record'>,
): Promise<readonly TrunkTestStep[]> {
  let kept: TestCallId | null = null
  const over = (outcome: string) =>
    change(async tx => {
      if (kept !== null) await removeTestCall(tx, kept)
      await addAudit(tx, entryOf(trunk, 'trunk.test_call_over', { number: call.to, outcome }), now())
    })
  const tested = dialer.testTrunk(trunk, {
    ...call,
    record: {
      sending: async facts => {
        const { name } = trunk
        kept = await change(tx => {
          // A campaign may have called it while the sentence was spoken. From here on none does.
          mustNotBeOnCall({ statements }, call.to)
          return addTestCall(tx, { subject: subjectOf(trunk), name, to: call.to, facts })
        })
      },
      answered: dialog => change(async tx => (kept === null ? undefined : keepDialog(tx, kept, dialog))),
    },
  })
  // Nothing of it may stay behind: campaigns would take its telephone for engaged.
  const steps = await tested.catch(async error => {
    await over(error instanceof Error ? error.message : String(error))
    throw error
  })
  await over(steps.at(-1)?.text ?? '')
  return steps
}

async function* followed(
  news: AsyncGenerator<TestCallNews, void, void>,
  done: Promise<void>,
  leave: () => void,
): AsyncGenerator<TestCallNews, void, void> {
  try {
    yield* news
    await done
  } finally {
    leave()
  }
}

const subjectOf = ({ id }: TrunkConfig): string => (id === notYetStored ? 'trunk' : `trunk ${id}`)

const entryOf = (trunk: TrunkConfig, action: string, detail: AuditEntry['detail']): AuditEntry => ({
  actor,
  action,
  subject: subjectOf(trunk),
  detail: { name: trunk.name, ...detail },
})
