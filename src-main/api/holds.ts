import { implement } from '@orpc/server'
import { contract } from '../contract/contract.ts'
import { holdText } from '../domain/hold-text.ts'
import { readLead } from '../store/read-lead.ts'
import { decisions } from './decisions.ts'
import { notFound } from './refuse.ts'
import type { Services } from './services.ts'

const os = implement(contract.holds).$context<Services>()

export const holds = os.router({
  whyNotNow: os.whyNotNow.handler(async ({ input: { lead }, context }) => {
    const [named, why] = await Promise.all([readLead(context.db, lead), context.engine.whyNotNow(lead)])
    if (named === null || why === null) throw notFound('contact', lead)
    const { contact, name, number } = named
    return {
      lead,
      contact,
      name,
      number,
      holds: why.holds.map(hold => ({ reason: hold.is, text: holdText(hold), until: hold.until })),
      earliest: why.earliest,
      localTime: why.localTime,
      checkedAt: context.now(),
    }
  }),

  decisions: os.decisions.handler(({ input, context }) => decisions(context, input)),
})
