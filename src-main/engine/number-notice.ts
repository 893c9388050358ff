import type { Notice } from '../domain/notice.ts'
import { type Judgement, PROBATION_CALLS } from '../domain/number-rest.ts'
import type { WatchedNumber } from './ports/number-book.ts'

/** What the notification centre says about a judged number: what, why, what now. */
export function numberNotice({ e164, name }: WatchedNumber, { did, to, why }: Judgement): Notice {
  const shown = name === '' ? e164 : `${e164} (${name})`
  if (did === 'rested') {
    const until = to.is === 'resting' ? new Date(to.until).toISOString().slice(0, 10) : ''
    return {
      kind: 'number_rests',
      level: 'warning',
      campaign: null,
      title: `${shown} rests until ${until}`,
      text: `${why}. It is not shown meanwhile. Look at what its score is made of, or add a number.`,
    }
  }
  return {
    kind: 'number_back',
    level: 'info',
    campaign: null,
    title: did === 'returned' ? `${shown} is back on probation` : `${shown} passed its probation`,
    text:
      did === 'returned'
        ? `It is used again because ${why}. After ${PROBATION_CALLS} calls its score decides whether it stays.`
        : `${why}. It is used like every other number again.`,
  }
}
