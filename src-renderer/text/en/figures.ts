import type { CampaignFigures } from '../../../src-main/contract/campaigns.ts'

/** What each figure means, wherever it stands: once, in the words of its definition in `domain/figures.ts`. */
export const figures = {
  contacted: 'Contacts with at least one attempt that left for the trunk.',
  remaining: 'Contacts that wait: pending, queued or for another attempt.',
  finished: 'Contacts in a final status.',
  ended: 'Calls that left for a trunk and have ended, whatever their result.',
  callsLastHour: 'Calls that began within the last 60 minutes, and how many may.',
  conversations: 'Calls in which a person answered and a conversation took place.',
  talkMs: 'Sum of the talk time of answered calls.',
  goalsAchieved: 'Calls in which the primary goal was achieved.',
  optOuts: 'Calls in which the person asked not to be called again.',
  completion: 'Contacts in a final status / all contacts.',
  averageTalkMs: 'Talk time / calls answered.',
  answerRate: 'Calls answered / calls ended; interrupted ones left out.',
  humanAnswerRate: 'Calls with the result Answered / calls ended.',
  machineRate: 'Calls that a voicemail took / calls ended.',
  noAnswerRate: 'Calls that nobody answered / calls ended.',
  busyRate: 'Calls to a busy line / calls ended.',
  rejectionRate: 'Calls that were rejected / calls ended.',
  invalidRate: 'Calls to numbers that do not exist / calls ended.',
  failureRate: 'Calls that failed at the trunk or in the system / calls ended.',
  otherRate: 'Calls with any other end / calls ended.',
  successRate: 'Contacts completed / contacts in a final status other than skipped.',
  conversionRate:
    'Contacts with the primary goal achieved / contacts with at least one conversation with a person.',
} satisfies Readonly<Record<keyof CampaignFigures, string>>
