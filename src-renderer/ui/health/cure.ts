import { linkOptions } from '@tanstack/react-router'
import type { Finding } from '../../../src-main/contract/health.ts'
import { text } from '../../text/text.ts'
import type { Group } from '../campaign/form/change.ts'

const words = text.health

/** Where a finding is mended, and the word on the button. */
export function cureOf(finding: Finding, id: number) {
  const params = { id }
  const group = (hash: Group) => linkOptions({ to: '/campaigns/$id/settings', params, hash })
  const numbers = linkOptions({ to: '/campaigns/$id/numbers', params })
  const trunks = linkOptions({ to: '/trunks' })
  switch (finding.is) {
    case 'cannot_start': {
      const { act } = words.cannotStart
      switch (finding.reason) {
        case 'no-number':
          return { link: numbers, word: act.numbers }
        case 'no-trunk':
        case 'balance':
          return { link: trunks, word: act.trunks }
        case 'no-agent':
          return { link: group('basics'), word: act.agent }
        case 'outside-hours':
          return { link: group('schedule'), word: act.schedule }
        case 'budget':
          return { link: group('calling'), word: act.budget }
        case 'disk':
          return { link: linkOptions({ to: '/settings/workspace' }), word: act.limits }
        default:
          return { link: linkOptions({ to: '/settings/log' }), word: act.log }
      }
    }
    case 'trunk_down':
      return {
        link: linkOptions({ to: '/trunks', search: { edit: finding.trunk } }),
        word: words.trunkDown.act,
      }
    case 'failures':
      return {
        link: linkOptions({ to: '/campaigns/$id/calls', params, search: { result: ['failed'] } }),
        word: words.failures.act,
      }
    case 'low_answers':
      return { link: group('schedule'), word: words.lowAnswers.act }
    case 'slow':
      return { link: group('calling'), word: words.slow.act }
    case 'abandoned':
      return { link: group('calling'), word: words.abandoned.act }
    case 'budget':
      return { link: group('calling'), word: words.budget.act }
    case 'balance':
      return { link: trunks, word: words.balance.act }
    case 'numbers_full':
      return { link: numbers, word: words.numbersFull.act }
    case 'number_score':
      return { link: numbers, word: words.numberScore.act }
  }
}
