import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'
import { errors, instant, shownName, trunkId } from './values.ts'

const procedure = oc.errors(errors)

export const trunkHealth = z.discriminatedUnion('is', [
  z.object({ is: z.literal('unknown') }),
  z.object({ is: z.literal('up'), since: instant, registered: z.boolean() }),
  z.object({ is: z.literal('down'), since: instant, reason: z.string(), retryAt: instant.nullable() }),
])
export type TrunkHealth = z.infer<typeof trunkHealth>

export const trunkForm = z.object({
  name: shownName(80),
  host: z.string().trim().min(1).max(255),
  port: z.int().min(1).max(65_535),
  user: z.string().max(120),
  /** Write-only. Absent keeps the stored one; empty removes it. */
  password: z.string().max(500).optional(),
  register: z.boolean(),
  numberFormat: z.enum(['e164_plus', 'e164']),
  maxCalls: z.int().min(1).max(500),
})
export type TrunkForm = z.infer<typeof trunkForm>

export const trunkRow = trunkForm.omit({ password: true }).extend({
  id: trunkId,
  /** The built-in practice carrier: no real number is ever dialled over it. */
  practice: z.boolean(),
  hasPassword: z.boolean(),
  health: trunkHealth,
  activeCalls: z.int(),
  campaigns: z.int(),
})
export type TrunkRow = z.infer<typeof trunkRow>

/** One layer of a trunk test, in the order in which they were tried. */
export const trunkTestStep = z.object({
  layer: z.enum(['name', 'route', 'port', 'answer', 'sign_in', 'ready', 'call', 'codec', 'sound']),
  ok: z.boolean(),
  text: z.string(),
})
export type TrunkTestStep = z.infer<typeof trunkTestStep>

/** Both numbers as somebody writes them. */
export const testCallWish = z.object({
  to: z.string().max(64),
  /** Of numbers that are written without a country code. */
  country: z.string().length(2),
  /** One of the workspace's numbers; `null`: the trunk's own user is shown. */
  callerId: z.string().max(64).nullable(),
  /** In which it speaks. */
  language: z.enum(['en', 'de']),
})
export type TestCallWish = z.infer<typeof testCallWish>

/** How far a test call is, and at last all steps of the test, also where it was hung up. */
export const testCallNews = z.discriminatedUnion('is', [
  z.object({ is: z.literal('begun'), test: z.string() }),
  z.object({ is: z.literal('now'), stage: z.enum(['calling', 'ringing', 'answered']) }),
  z.object({ is: z.literal('tested'), steps: z.array(trunkTestStep) }),
])
export type TestCallNews = z.infer<typeof testCallNews>

const tested = trunkForm.extend({ id: trunkId.optional() })

/** What a trunk's calls cost; money in millionths of the currency's unit. */
export const rateTable = z.object({
  currency: z.string().regex(/^[A-Z]{3}$/, 'an ISO 4217 code such as EUR'),
  rates: z
    .array(
      z.object({
        /** Digits after the plus; empty: everywhere else. */
        prefix: z.string().regex(/^\d{0,15}$/, 'digits only'),
        /** Once per answered call. */
        connectMicros: z.int().min(0).max(1_000_000_000),
        microsPerMinute: z.int().min(0).max(1_000_000_000),
        /** Charged at least, then steps of whole seconds. */
        firstSeconds: z.int().min(1).max(3_600),
        stepSeconds: z.int().min(1).max(3_600),
      }),
    )
    .max(20_000),
})
export type RateTable = z.infer<typeof rateTable>

export const trunkMoney = z.object({
  /** `null`: nothing is known, and nothing is counted. */
  rates: rateTable.nullable(),
  /** Credit left in the currency of the rates; `null`: not kept. */
  balanceMicros: z.int().nullable(),
})
export type TrunkMoney = z.infer<typeof trunkMoney>

export const trunks = {
  list: procedure.output(z.array(trunkRow)),
  create: procedure.input(trunkForm).output(z.object({ id: trunkId })),
  /** Refused as `changed_meanwhile` where it is not any more what it was when it was opened. */
  update: procedure
    .input(trunkForm.extend({ id: trunkId, opened: trunkForm.omit({ password: true }) }))
    .output(z.object({})),
  remove: procedure.input(z.object({ id: trunkId })).output(z.object({})),
  money: procedure.input(z.object({ id: trunkId })).output(trunkMoney),
  /** What is left out stays. `opened`: what is changed, as it was then; calls change the balance all the time. */
  setMoney: procedure
    .input(trunkMoney.partial().extend({ id: trunkId, opened: trunkMoney.partial().optional() }))
    .output(z.object({})),
  /** Tests a form before it is saved, or a saved trunk with its stored password (`id`). */
  test: procedure.input(tested).output(z.array(trunkTestStep)),
  /** The same, and one real call over it where all is well; it is hung up when nobody follows it any more. */
  testCall: procedure.input(tested.extend({ call: testCallWish })).output(eventIterator(testCallNews)),
  /** Harmless where it is over. */
  hangUpTestCall: procedure.input(z.object({ test: z.string() })).output(z.object({})),
}
