import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'
import { activeCall } from './campaigns.ts'
import { trunkHealth } from './lines.ts'
import { notice } from './notices.ts'
import { callId, campaignId, campaignState, errors, instant, trunkId } from './values.ts'

const procedure = oc.errors(errors)

/** What the frame of the window shows: home, sidebar, foot. */
export const workspaceLive = z.object({
  at: instant,
  zone: z.string(),
  /** No trunk, no campaign, no contact: shows the three ways to begin. */
  empty: z.boolean(),
  engine: z.object({
    state: z.enum(['idle', 'calling', 'stopped']),
    /** Why it is stopped, in words with what to do; empty else. */
    problem: z.string(),
    pacingP99Ms: z.number(),
    /** Where the workspace lies; `null`: it cannot be told. */
    freeDiskBytes: z.number().nullable(),
    memoryBytes: z.number(),
    /** 1: a whole core; `null`: not known yet. */
    processorShare: z.number().nullable(),
  }),
  activeCalls: z.int(),
  maxCalls: z.int(),
  campaigns: z.array(
    z.object({
      id: campaignId,
      name: z.string(),
      state: campaignState,
      agent: z.object({ name: z.string(), version: z.int() }).nullable(),
      activeCalls: z.int(),
      maxCalls: z.int(),
      contacts: z.int(),
      finished: z.int(),
      callsLastHour: z.int(),
      /** Calls that ended in each of the last 12 clock hours, this one last. */
      hours: z.array(z.int()),
      ended: z.int(),
      humanAnswerRate: z.number().nullable(),
      conversations: z.int(),
      conversionRate: z.number().nullable(),
      /** What holds it back now, or why it paused itself, in words; empty: nothing. */
      hold: z.string(),
      pausedItself: z.boolean(),
    }),
  ),
  trunks: z.array(
    z.object({
      id: trunkId,
      name: z.string(),
      practice: z.boolean(),
      activeCalls: z.int(),
      maxCalls: z.int(),
      health: trunkHealth,
    }),
  ),
  today: z.object({
    calls: z.int(),
    /** On the same day a week ago, up to the same hour. */
    weekAgo: z.int(),
    answered: z.int(),
    people: z.int(),
    talkMs: z.number(),
    goalsAchieved: z.int(),
    optOuts: z.int(),
    /** Calls by hour 0–23 of the workspace's zone. */
    hours: z.array(z.object({ hour: z.int(), human: z.int(), machine: z.int(), other: z.int() })),
  }),
  /** Of the campaign that is nearest to its law's cap; `null`: none has one. */
  abandonment: z.object({ answered: z.int(), share: z.number().nullable(), cap: z.number() }).nullable(),
  /** The latest 50. */
  notices: z.array(notice),
  unread: z.int(),
})
export type WorkspaceLive = z.infer<typeof workspaceLive>

/** Ended calls that left since midnight by the clock of the workspace. */
export const trunkDay = z.object({
  /** Those that had calls. */
  trunks: z.array(
    z.object({
      id: trunkId,
      ended: z.int(),
      answerRate: z.number().nullable(),
      /** Mean time from the INVITE to the first ring, of calls that rang or were answered; `null`: none did. */
      firstRingMs: z.number().nullable(),
    }),
  ),
  /** By currency, of trunks with rates. */
  costs: z.array(z.object({ currency: z.string(), micros: z.number(), calls: z.int() })),
})
export type TrunkDay = z.infer<typeof trunkDay>

/** What the whole workspace may do at once. */
export const workspaceCaps = z.object({
  concurrentCalls: z.int().min(1).max(5_000),
  callsPerSecond: z.number().min(0.1).max(100),
  /** Below this nothing is dialled. */
  freeDiskBytes: z
    .int()
    .min(100 * 2 ** 20)
    .max(2 ** 50),
})
export type WorkspaceCaps = z.infer<typeof workspaceCaps>

export const demoEvent = z.discriminatedUnion('is', [
  /** 0–1 of the weeks that are played. */
  z.object({ is: z.literal('progress'), share: z.number() }),
  z.object({ is: z.literal('ready'), campaign: campaignId }),
])
export type DemoEvent = z.infer<typeof demoEvent>

export const workspace = {
  live: procedure.output(eventIterator(workspaceLive)),
  trunkDay: procedure.output(trunkDay),
  /** All calls going on in all campaigns. */
  activeCalls: procedure.output(
    eventIterator(z.array(activeCall.extend({ campaign: z.object({ id: campaignId, name: z.string() }) }))),
  ),
  /** How loud the answered calls are, 0–1, the louder side of each; twice a second. */
  levels: procedure.output(eventIterator(z.array(z.tuple([callId, z.number()])))),
  /** Practice carrier, four numbers, three agents, 500 contacts, one campaign ready to launch. */
  startDemo: procedure.output(z.object({ campaign: campaignId })),
  /** The same with weeks of earlier campaigns behind it, which the engine plays first: progress, then the campaign. */
  startDemoWithHistory: procedure.output(eventIterator(demoEvent)),
  /** Pauses every campaign; with `hangUp` also ends the calls. */
  stopAll: procedure.input(z.object({ hangUp: z.boolean() })).output(z.object({ paused: z.int() })),
  caps: procedure.output(z.object({ caps: workspaceCaps, defaults: workspaceCaps })),
  /** Refused as `changed_meanwhile` where they are not any more what they were when they were opened. */
  setCaps: procedure.input(workspaceCaps.extend({ opened: workspaceCaps.optional() })).output(z.object({})),
  readNotice: procedure.input(z.object({ id: z.int() })).output(z.object({})),
  about: procedure.output(
    z.object({
      version: z.string(),
      dataDir: z.string(),
      host: z.enum(['desktop', 'console', 'cli']),
      /** What it stands on: Electron, Node, SQLite, the system. */
      runsOn: z.array(z.object({ name: z.string(), version: z.string() })),
    }),
  ),
}
