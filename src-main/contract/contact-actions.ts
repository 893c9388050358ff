import { z } from 'zod'
import type { ContactAction } from '../domain/job.ts'
import { campaignId, instant, listId, tagId } from './values.ts'

export const jobPriority = z.enum(['high', 'normal', 'low'])

export const contactActions = z.discriminatedUnion('do', [
  z.object({ do: z.enum(['add_tags', 'remove_tags']), tags: z.array(tagId).min(1).max(50) }),
  z.object({ do: z.enum(['add_to_list', 'remove_from_list']), list: listId }),
  z.object({ do: z.literal('add_to_campaign'), campaign: campaignId, priority: jobPriority }),
  z.object({ do: z.literal('set_language'), language: z.string().max(35).nullable() }),
  z.object({ do: z.literal('set_zone'), zone: z.string().max(60).nullable() }),
  z.object({ do: z.literal('set_field'), key: z.string().min(1).max(100), value: z.string().max(10_000) }),
  z.object({ do: z.literal('do_not_call'), reason: z.string().max(500), expiresAt: instant.nullable() }),
  z.object({ do: z.literal('delete') }),
  z.object({ do: z.enum(['retry_now', 'skip', 'remove', 'call_first']), campaign: campaignId }),
  z.object({ do: z.literal('set_priority'), campaign: campaignId, priority: jobPriority }),
]) satisfies z.ZodType<ContactAction>
