import { implement } from '@orpc/server'
import type { AnalyticsFilter, Comparison } from '../contract/analytics.ts'
import { contract } from '../contract/contract.ts'
import { compareShares, type Part, verdictOf } from '../domain/analytics/compare-shares.ts'
import { instantsOf } from '../domain/analytics/steps.ts'
import type { CampaignId } from '../domain/ids.ts'
import { currencyOf } from '../domain/rates.ts'
import type { ScopeInZone } from '../store/analytics/read-call-figures.ts'
import { readBusinessHours } from '../store/read-business-hours.ts'
import { readUsedTrunks } from '../store/read-used-trunks.ts'
import { mustExist } from './must-exist.ts'
import type { Services } from './services.ts'

const os = implement(contract.analytics).$context<Services>()

export const analytics = os.router({
  campaigns: os.campaigns.handler(async ({ context, signal }) => {
    const campaigns = await context.reads.ask('analyticsCampaigns', null, { signal })
    return Promise.all(
      campaigns.map(async campaign => ({
        ...campaign,
        currency: currencyOf(await readUsedTrunks(context.db, campaign.id)),
      })),
    )
  }),

  choices: os.choices.handler(async ({ input: { campaign }, context, signal }) => {
    const zone = await zoneOf(context, campaign)
    const [choices, trunks] = await Promise.all([
      context.reads.ask('analyticsChoices', campaign, { signal }),
      readUsedTrunks(context.db, campaign),
    ])
    return { ...choices, zone, currency: currencyOf(trunks) }
  }),

  calls: os.calls.handler(async ({ input, context, signal }) =>
    context.reads.ask('analyticsCalls', await scopeOf(context, input), { signal }),
  ),

  contacts: os.contacts.handler(async ({ input, context, signal }) =>
    context.reads.ask('analyticsContacts', await scopeOf(context, input), { signal }),
  ),

  lists: os.lists.handler(async ({ input, context, signal }) => {
    const { scope } = await scopeOf(context, input)
    return context.reads.ask('analyticsLists', scope, { signal })
  }),

  outcomes: os.outcomes.handler(async ({ input, context, signal }) => {
    const { scope } = await scopeOf(context, input)
    return context.reads.ask('analyticsOutcomes', scope, { signal })
  }),

  answers: os.answers.handler(async ({ input: { filter, ...asked }, context, signal }) => {
    const { scope } = await scopeOf(context, filter)
    return context.reads.ask('analyticsAnswers', { scope, ...asked }, { signal })
  }),

  compare: os.compare.handler(async ({ input, context, signal }) => {
    const [a, b] = await Promise.all(
      [input.a, input.b].map(async filter => {
        const scope = await scopeOf(context, filter)
        const [{ total }, { funnel }] = await Promise.all([
          context.reads.ask('analyticsCalls', scope, { signal }),
          context.reads.ask('analyticsContacts', scope, { signal }),
        ])
        return { total, funnel }
      }),
    )
    if (a === undefined || b === undefined) throw new Error('Two sides were asked for')
    return { a, b, shares: comparedShares(a, b) }
  }),
})

/** Days become instants of the campaign's zone. */
async function scopeOf(context: Services, filter: AnalyticsFilter): Promise<ScopeInZone> {
  const { campaign, from, to, numbers, versions, list } = filter
  const zone = await zoneOf(context, campaign)
  return { scope: { campaign, numbers, versions, list, ...instantsOf(zone, from, to) }, zone }
}

/** By whose clock the campaign calls. */
async function zoneOf(context: Services, campaign: CampaignId): Promise<string> {
  const { schedule, businessHours } = await mustExist(context, campaign)
  if (businessHours === null) return schedule.zone
  const shared = (await readBusinessHours(context.db)).find(({ id }) => id === businessHours)
  return (shared ?? schedule).zone
}

type Side = Comparison['a']

const parts = {
  humanAnswerRate: ({ total }) => ({ part: total.conversations, whole: total.ended }),
  conversionRate: ({ funnel }) => ({ part: funnel.achieved, whole: funnel.conversed }),
  goalsOfContacted: ({ funnel }) => ({ part: funnel.achieved, whole: funnel.contacted }),
} satisfies Record<Comparison['shares'][number]['figure'], (side: Side) => Part>

const comparedShares = (a: Side, b: Side): Comparison['shares'] =>
  (Object.keys(parts) as (keyof typeof parts)[]).map(figure => {
    const [ofA, ofB] = [parts[figure](a), parts[figure](b)]
    const compared = compareShares(ofA, ofB)
    return { figure, a: ofA, b: ofB, p: compared?.p ?? null, verdict: verdictOf(compared) }
  })
