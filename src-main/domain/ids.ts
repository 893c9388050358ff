/** Row ids as opaque numbers: an agent's id cannot be passed where a campaign's is meant. */
declare const kind: unique symbol
export type Id<K extends string> = number & { readonly [kind]: K }

export type CampaignId = Id<'campaign'>
export type ContactId = Id<'contact'>
export type LeadId = Id<'lead'>
export type CallId = Id<'call'>
export type TrunkId = Id<'trunk'>
export type TestCallId = Id<'test call'>
export type NumberId = Id<'number'>
export type AgentId = Id<'agent'>
export type AgentVersionId = Id<'agent-version'>
export type PlaceId = Id<'place'>
export type BusinessHoursId = Id<'business-hours'>
export type ListId = Id<'list'>
export type TagId = Id<'tag'>
export type SegmentId = Id<'segment'>
export type JobId = Id<'job'>
export type GoalId = Id<'goal'>
export type QuestionId = Id<'question'>

/** Milliseconds since 1970-01-01T00:00Z. */
export type Instant = number
/** A telephone number in E.164 with its plus: `+4930231254120`. */
export type E164 = string
