import { z } from 'zod'
import { callResults } from '../domain/call-result.ts'
import { campaignStateNames } from '../domain/campaign-state.ts'
import type {
  AgentId,
  AgentVersionId,
  BusinessHoursId,
  CallId,
  CampaignId,
  ContactId,
  GoalId,
  JobId,
  LeadId,
  ListId,
  NumberId,
  QuestionId,
  SegmentId,
  TagId,
  TrunkId,
} from '../domain/ids.ts'
import { leadStatuses, skipReasons } from '../domain/lead.ts'

/** Values that several parts of the contract share. Instants are ms UTC; durations say their unit. */

const id = <T extends number>() =>
  z
    .int()
    .positive()
    .transform(value => value as T)
export const campaignId = id<CampaignId>()
export const contactId = id<ContactId>()
export const leadId = id<LeadId>()
export const callId = id<CallId>()
export const trunkId = id<TrunkId>()
export const numberId = id<NumberId>()
export const agentId = id<AgentId>()
export const agentVersionId = id<AgentVersionId>()
export const businessHoursId = id<BusinessHoursId>()
export const listId = id<ListId>()
export const tagId = id<TagId>()
export const segmentId = id<SegmentId>()
export const jobId = id<JobId>()
export const goalId = id<GoalId>()
export const questionId = id<QuestionId>()

/** What people see and type: something to read, without signs that cannot be seen. */
export const shownName = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'no signs that cannot be seen')

export const instant = z.number()
export const callResult = z.enum(callResults)
export const leadStatus = z.enum(leadStatuses)
export const skipReason = z.enum(skipReasons)

export const campaignState = z.enum(campaignStateNames)

/** Moves a person can ask for; which are allowed now comes with each campaign. */
export const campaignMoves = [
  'launch',
  'unschedule',
  'pause',
  'resume',
  'cancel',
  'finish',
  'hang_up',
  'restart',
  'delete',
] as const
export const campaignMove = z.enum(campaignMoves)
/** Those that need no choices: a launch has its dialog, and for deleting the name is typed. */
export const plainMove = campaignMove.exclude(['launch', 'restart', 'delete'])
export type PlainMove = z.infer<typeof plainMove>

export const page = z.object({
  offset: z.int().min(0).default(0),
  limit: z.int().min(1).max(500).default(100),
})

/** The one error envelope: what is wrong, where, and what to do now; all in words a supervisor reads. */
export const refusal = z.object({
  code: z.string(),
  what: z.string(),
  cure: z.string(),
  /** Path of the form field it concerns: `settings.maxRetries`. */
  field: z.string().optional(),
  /** Where there are several: each point with its field, or with the need that is not met. */
  problems: z.array(z.object({ field: z.string(), text: z.string() })).optional(),
  /** Somebody else saved meanwhile: what they changed, and what is wanted here instead, as JSON. */
  changed: z.array(z.object({ field: z.string(), theirs: z.json(), yours: z.json().optional() })).optional(),
  /** With `changed`: the revision to send with the next save. */
  revision: z.int().optional(),
  /** Who has the number that was given. */
  contact: z.object({ id: contactId, name: z.string() }).optional(),
})
export type Refusal = z.infer<typeof refusal>

/** Every procedure may answer with REFUSED (expected, shown at the place) or NOT_FOUND. */
export const errors = {
  REFUSED: { status: 409, data: refusal },
  NOT_FOUND: { status: 404, data: refusal },
} as const
