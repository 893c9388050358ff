import { implement } from '@orpc/server'
import { contract } from '../contract/contract.ts'
import type { CampaignId, NumberId } from '../domain/ids.ts'
import { rankNumbers } from '../domain/rank-numbers.ts'
import { spamLevel } from '../domain/spam-score.ts'
import type { CampaignNumber } from '../store/campaign-parts.ts'
import { readNumbers } from '../store/read-numbers.ts'
import { saveChange } from './edit-campaign.ts'
import { notFound, refused } from './refuse.ts'
import { mustHaveRotation, rotationPanel } from './rotation-panel.ts'
import type { Services } from './services.ts'
import { shownToOf } from './shown-to.ts'

const os = implement(contract.numbers).$context<Services>()

/** The caller IDs of one campaign: what the rotation panel shows and does. */
export const campaignNumbers = {
  ofCampaign: os.ofCampaign.handler(({ input: { campaign }, context }) => rotationPanel(context, campaign)),

  addToCampaign: os.addToCampaign.handler(async ({ input: { campaign, numbers }, context }) => {
    await changeList(context, campaign, list => {
      const known = new Set(list.map(({ id }) => id))
      const added = [...new Set(numbers)].filter(id => !known.has(id))
      return [...list, ...added.map(id => ({ id, enabled: true, weight: 1 }))]
    })
    return {}
  }),

  removeFromCampaign: os.removeFromCampaign.handler(async ({ input: { campaign, number }, context }) => {
    await changeList(context, campaign, list => {
      mustBeIn(list, number)
      return list.filter(({ id }) => id !== number)
    })
    return {}
  }),

  reorder: os.reorder.handler(async ({ input: { campaign, numbers }, context }) => {
    await changeList(context, campaign, list => {
      const isSameList = numbers.length === list.length && list.every(({ id }) => numbers.includes(id))
      if (!isSameList)
        throw refused({
          code: 'list_changed',
          field: 'numbers',
          what: 'The numbers of this campaign were changed in the meantime.',
          cure: 'Load the list again, then order it.',
        })
      return [...list].sort((a, b) => numbers.indexOf(a.id) - numbers.indexOf(b.id))
    })
    return {}
  }),

  setInCampaign: os.setInCampaign.handler(async ({ input, context }) => {
    const { campaign, number, inUse, weight } = input
    await changeList(context, campaign, list => {
      mustBeIn(list, number)
      return list.map(each =>
        each.id === number
          ? { ...each, enabled: inUse ?? each.enabled, weight: weight ?? each.weight }
          : each,
      )
    })
    return {}
  }),

  setRotation: os.setRotation.handler(async ({ input: { campaign, revision, ...change }, context }) => {
    const next = await context.change(async tx => {
      const { settings } = await mustHaveRotation(tx, campaign, context.now())
      const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
      const rotation = { ...settings, ...given }
      return saveChange(tx, context.now(), campaign, revision, { settings: { rotation } })
    })
    context.engine.changed()
    return { revision: next }
  }),

  next: os.next.handler(async ({ input: { campaign, to }, context }) => {
    const now = context.now()
    const { pool, settings } = await mustHaveRotation(context.db, campaign, now)
    const names = new Map(
      (await readNumbers(context.db, now, { campaign })).map(({ id, name }) => [id, name]),
    )
    return rankNumbers(pool, settings, await shownToOf(context, to), now).map(ranked => {
      const { id, e164, score } = ranked.number
      return {
        id,
        number: e164,
        name: names.get(id) ?? '',
        usable: ranked.hold === null,
        why: ranked.why,
        share: ranked.share,
        score,
        level: spamLevel(score),
      }
    })
  }),
}

type Change = (list: readonly CampaignNumber[]) => readonly CampaignNumber[]

/** One act on the list as it stands now; what may not be changed in the campaign's state is refused. */
async function changeList(context: Services, campaign: CampaignId, change: Change): Promise<void> {
  await context.change(async tx => {
    const { list, revision } = await mustHaveRotation(tx, campaign, context.now())
    const numbers = change(list).map(number => ({ ...number }))
    await saveChange(tx, context.now(), campaign, revision, { numbers })
  })
  context.engine.changed()
}

function mustBeIn(list: readonly CampaignNumber[], number: NumberId): void {
  if (!list.some(({ id }) => id === number)) throw notFound('number of this campaign', number)
}
