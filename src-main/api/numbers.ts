import { implement } from '@orpc/server'
import { contract } from '../contract/contract.ts'
import type { NumberId, TrunkId } from '../domain/ids.ts'
import { CEILING_PER_DAY } from '../domain/spam-evidence.ts'
import { homeOf } from '../numbering/home-of.ts'
import { readPhone } from '../numbering/phone.ts'
import { addAudit } from '../store/audit.ts'
import { readNumbers, type StoredNumber } from '../store/read-numbers.ts'
import { hasCalls } from '../store/read-rotation.ts'
import * as store from '../store/save-number.ts'
import { readSetting, writeSetting } from '../store/workspace-settings.ts'
import { actor } from './actor.ts'
import { campaignNumbers } from './campaign-numbers.ts'
import { importScores } from './import-scores.ts'
import { numberRow } from './number-row.ts'
import { notFound, refused } from './refuse.ts'
import type { Services } from './services.ts'

const os = implement(contract.numbers).$context<Services>()

export const numbers = os.router({
  ...campaignNumbers,

  list: os.list.handler(async ({ context }) =>
    (await readNumbers(context.db, context.now())).map(number =>
      numberRow(number, number.enabled ? null : 'workspace'),
    ),
  ),

  create: os.create.handler(async ({ input, context }) => {
    const phone = readPhone(input.number, input.defaultCountry)
    if ('reason' in phone)
      throw refused({
        code: 'bad_number',
        field: 'number',
        what: `This cannot be a caller ID: ${phone.reason}.`,
        cure: 'Write it with its country code, such as +49 30 23125 000.',
      })
    const { number: e164 } = phone
    const { name, trunk = null, proof = '' } = input
    const id = await context.change(async tx => {
      await mustHaveTrunk(tx, trunk)
      const known = await tx.selectFrom('numbers').select('id').where('e164', '=', e164).executeTakeFirst()
      if (known !== undefined) return known.id
      const number = { e164, name, trunk, proof, ...homeOf(e164, context.zone) }
      const added = await store.saveNumber(tx, number, context.now())
      await addAudit(tx, entry('number.create', added, { number: e164 }), context.now())
      return added
    })
    return { id }
  }),

  update: os.update.handler(async ({ input: { id, ...change }, context }) => {
    await act(context, id, async (tx, number) => {
      await mustHaveTrunk(tx, change.trunk ?? null)
      const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
      await store.updateNumber(tx, id, given)
      const before: Record<string, unknown> = { ...number, trunk: number.trunk?.id ?? null }
      const detail = Object.entries(given).map(([part, to]) => [part, JSON.stringify([before[part], to])])
      return ['number.edit', Object.fromEntries(detail)]
    })
    return {}
  }),

  remove: os.remove.handler(async ({ input: { id }, context }) => {
    await act(context, id, async (tx, { e164, campaigns, calls }) => {
      const isInCampaigns = campaigns > 0
      if (isInCampaigns || (await hasCalls(tx, id)))
        throw refused({
          code: 'number_in_use',
          what: isInCampaigns
            ? `${campaigns} campaigns show ${e164}.`
            : `${calls} calls were made with ${e164} and stay on record.`,
          cure: 'A number with calls or campaigns is kept, so that reports stay complete. Switch it off instead.',
        })
      await store.deleteNumber(tx, id)
      return ['number.remove', { number: e164 }]
    })
    return {}
  }),

  rest: os.rest.handler(({ input: { id, days }, context }) =>
    act(context, id, async tx => {
      const until = await store.restNumber(tx, id, days, context.now())
      return ['number.rest', { days }, { until }]
    }),
  ),

  bringBack: os.bringBack.handler(async ({ input: { id }, context }) => {
    await act(context, id, async (tx, { e164, standing }) => {
      if (standing.is !== 'resting')
        throw refused({
          code: 'not_resting',
          what: `${e164} does not rest.`,
          cure: 'Nothing was changed. Load the list again.',
        })
      await store.bringNumberBack(tx, id, context.now())
      return ['number.back', { by: 'hand' }]
    })
    return {}
  }),

  setScore: os.setScore.handler(async ({ input: { id, score, source }, context }) => {
    await act(context, id, async (tx, before) => {
      await store.setScore(tx, id, score, source, context.now())
      return ['number.score', { from: before.score, to: score, source }]
    })
    return {}
  }),

  clearScore: os.clearScore.handler(async ({ input: { id }, context }) => {
    await act(context, id, async (tx, before) => {
      const estimate = before.estimate?.of.score ?? 0
      await store.clearScore(tx, id, estimate)
      return ['number.score', { from: before.score, to: estimate, source: 'own calls' }]
    })
    return {}
  }),

  importScores: os.importScores.handler(({ input, context, signal }) => importScores(context, input, signal)),

  settings: os.settings.handler(async ({ context }) => ({
    ceilingPerDay: (await readSetting(context.db, 'number_ceiling')) ?? CEILING_PER_DAY,
  })),

  updateSettings: os.updateSettings.handler(async ({ input: { ceilingPerDay }, context }) => {
    await context.change(async tx => {
      const before = (await readSetting(tx, 'number_ceiling')) ?? CEILING_PER_DAY
      await writeSetting(tx, 'number_ceiling', ceilingPerDay, context.now())
      const detail = { from: before, to: ceilingPerDay }
      await addAudit(tx, { actor, action: 'numbers.ceiling', subject: 'workspace', detail }, context.now())
    })
    return {}
  }),
})

type Tx = Parameters<Parameters<Services['change']>[0]>[0]
type Detail = Readonly<Record<string, string | number | null>>

const entry = (action: string, id: NumberId, detail: Detail) => ({
  actor,
  action,
  subject: `number ${id}`,
  detail,
})

/** One act on one number that exists, with its place in the audit log; the engine looks at it at once. */
async function act<T = undefined>(
  context: Services,
  id: NumberId,
  work: (tx: Tx, number: StoredNumber) => Promise<readonly [action: string, detail: Detail, answer?: T]>,
): Promise<T> {
  const answer = await context.change(async tx => {
    const [number] = await readNumbers(tx, context.now(), { number: id })
    if (number === undefined) throw notFound('number', id)
    const [action, detail, done] = await work(tx, number)
    await addAudit(tx, entry(action, id, detail), context.now())
    return done
  })
  context.engine.changed()
  return answer as T
}

async function mustHaveTrunk(tx: Tx, trunk: TrunkId | null): Promise<void> {
  if (trunk === null) return
  const known = await tx.selectFrom('trunks').select('id').where('id', '=', trunk).executeTakeFirst()
  if (known === undefined) throw notFound('trunk', trunk)
}
