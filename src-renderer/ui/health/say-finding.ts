import type { Finding } from '../../../src-main/contract/health.ts'
import { money } from '../../format/money.ts'
import { ratio, share } from '../../format/number.ts'
import { phone } from '../../format/phone.ts'
import { moment } from '../../format/time.ts'
import { text } from '../../text/text.ts'

const words = text.health

export interface SaidFinding {
  readonly title: string
  /** Its figures, and what it likely comes from. */
  readonly text: string
}

const joined = (...parts: readonly (string | false | null)[]) => parts.filter(Boolean).join(' ')

/** A finding in words. */
export function sayFinding(finding: Finding): SaidFinding {
  switch (finding.is) {
    case 'cannot_start':
      return { title: words.cannotStart.title, text: `${finding.why}.` }
    case 'trunk_down': {
      const { name, since, why, others } = finding
      return {
        title: words.trunkDown.title(name, moment(since)),
        text: joined(why, others > 0 && words.trunkDown.others(others)),
      }
    }
    case 'failures': {
      const { failed, ended, since } = finding
      return {
        title: words.failures.title(share(ratio(failed, ended), ended), moment(since)),
        text: words.failures.figures(failed, ended),
      }
    }
    case 'low_answers': {
      const { people, ended, usual } = finding
      return {
        title: words.lowAnswers.title(share(ratio(people, ended), ended)),
        text: joined(
          words.lowAnswers.figures(people, ended),
          usual !== null && words.lowAnswers.usual(share(usual)),
          words.lowAnswers.causes,
        ),
      }
    }
    case 'slow': {
      const { hoursLeft, callsPerHour, callsLeft, by } = finding
      return {
        title: words.slow.title(Math.round(hoursLeft)),
        text: joined(words.slow.figures(Math.round(callsPerHour), callsLeft), by && words.slow.by[by]),
      }
    }
    case 'abandoned': {
      const { share: part, cap, days } = finding
      return {
        title: words.abandoned.title(share(part), share(cap)),
        text: words.abandoned.figures(days === 1 ? '24 h' : `${days} d`),
      }
    }
    case 'budget': {
      const { spentMicros, budgetMicros, currency, reachedAt } = finding
      return {
        title: words.budget.title(share(spentMicros / budgetMicros)),
        text: joined(
          words.budget.figures(money(spentMicros, currency), money(budgetMicros, currency)),
          reachedAt !== null && words.budget.reached(moment(reachedAt)),
        ),
      }
    }
    case 'balance': {
      const { balanceMicros, currency, usedUpAt } = finding
      return {
        title: words.balance.title(money(balanceMicros, currency)),
        text: words.balance.figures(moment(usedUpAt)),
      }
    }
    case 'numbers_full': {
      const { room, wanted, fullAt, until } = finding
      return {
        title: room === 0 ? words.numbersFull.fullNow : words.numbersFull.title(moment(fullAt)),
        text: words.numbersFull.figures(room, wanted, moment(until)),
      }
    }
    case 'number_score': {
      const { e164, score, limit, most } = finding
      return {
        title: words.numberScore.title(phone(e164), score),
        text: joined(
          most && words.numberScore.seen(text.rotation.score.signals[most.signal], text.told(most.seen)),
          words.numberScore.rests(limit),
        ),
      }
    }
  }
}

/** Told apart within one campaign. */
export const keyOf = (finding: Finding): string =>
  finding.is === 'number_score'
    ? `${finding.is} ${finding.number}`
    : finding.is === 'trunk_down'
      ? `${finding.is} ${finding.trunk}`
      : finding.is
