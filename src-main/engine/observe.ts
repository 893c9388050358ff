import { words } from './active-calls.ts'
import type { Claim } from './claim.ts'
import type { EngineParts } from './engine-parts.ts'
import type { CallObserver, CallOutcome } from './ports/dialer.ts'
import { refuseAll } from './refuse-all.ts'
import { OPTED_OUT } from './settle.ts'

/** Writes each step as it comes, one after the other. */
export function observe(
  parts: EngineParts,
  { campaign, lead, order }: Claim,
  over: (outcome: CallOutcome) => void,
): CallObserver {
  const { active, changes, clock, store, trunks } = parts
  let lane: Promise<unknown> = Promise.resolve()
  const inTurn = (work: () => unknown): void => {
    lane = lane.then(work).catch(parts.report)
  }
  const show = (change: Parameters<typeof active.update>[1]) => {
    active.update(order.call, change)
    changes.tell({ call: order.call, campaign: campaign.id })
  }
  return {
    ringing: time => {
      const at = Math.round(time)
      trunks.reached(order.trunk)
      show({ state: 'ringing', since: at })
      inTurn(() => store.once(async tx => tx.markRinging(await tx.call(order.call), at), 'not'))
    },
    answered: async (time, dialog) => {
      const at = Math.round(time)
      trunks.reached(order.trunk)
      const saved = lane.then(() =>
        store.once(async tx => tx.markAnswered(await tx.call(order.call), dialog, at)),
      )
      lane = saved.catch(parts.report)
      if ((await saved) === null) throw new Error('The answer could not be saved, so the call is ended')
      show({ state: 'answered', since: at })
    },
    happened: event => {
      const line = words(event)
      if (line !== null) show({ lastWords: line })
      // Kept at once: a refusal must outlive a crash within the same call.
      if (event.is === 'opt_out')
        inTurn(() =>
          store.surely(tx =>
            refuseAll(
              tx,
              { contact: lead.contact, to: order.to },
              { scope: event.scope, campaign: campaign.id, reason: OPTED_OUT, source: 'agent' },
              clock.now(),
            ),
          ),
        )
    },
    ended: outcome => inTurn(() => over({ ...outcome, at: Math.round(outcome.at) })),
  }
}
