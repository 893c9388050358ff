import { implement } from '@orpc/server'
import { contract } from '../contract/contract.ts'
import { assertNever } from '../domain/assert-never.ts'
import { livePace } from './campaigns.ts'
import { mustExist } from './must-exist.ts'
import { refused } from './refuse.ts'
import type { RehearsalRefusal, Services } from './services.ts'
import { snapshots } from './snapshots.ts'

const os = implement(contract.rehearsals).$context<Services>()

export const rehearsals = os.router({
  start: os.start.handler(async ({ input: { id, choices }, context }) => {
    const { name } = await mustExist(context, id)
    const started = await context.rehearsals.start(id, name, choices)
    if ('refused' in started) throw inWords(started)
    return {}
  }),

  cancel: os.cancel.handler(async ({ input: { id }, context }) => {
    await context.rehearsals.cancel(id)
    return {}
  }),

  live: os.live.handler(async function* ({ input: { id }, context, signal }) {
    await mustExist(context, id)
    yield* snapshots({
      subscribe: changed => context.rehearsals.onChange(campaign => campaign === id && changed()),
      take: async () => context.rehearsals.of(id),
      ...livePace,
      signal,
    })
  }),
})

function inWords(refusal: RehearsalRefusal) {
  switch (refusal.refused) {
    case 'busy':
      return refused({
        code: 'rehearsing',
        what: `“${refusal.campaign}” is being rehearsed, and only one rehearsal runs at a time.`,
        cure: 'Wait until it is over, or cancel it in its launch dialog.',
      })
    case 'no_room':
      return refused({
        code: 'no_room',
        what: `The disk has no room for the copy that a rehearsal works on: ${megabytes(refusal.bytes)} MB are missing.`,
        cure: 'Make room, then rehearse again.',
      })
    default:
      return assertNever(refusal)
  }
}

const megabytes = (bytes: number): string => Math.ceil(bytes / 1_000_000).toLocaleString('en')
