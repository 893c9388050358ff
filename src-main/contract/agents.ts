import { oc } from '@orpc/contract'
import { z } from 'zod'
import type { TriedFlow } from '../domain/flow-try.ts'
import { readyMadeAgents, readyMadeLanguages } from '../domain/ready-made-agents.ts'
import { flow, phoneKey } from './flow-shape.ts'
import { agentId, campaignId, campaignState, errors, instant, numberId, shownName } from './values.ts'

const procedure = oc.errors(errors)

const agent = z.object({
  id: agentId,
  name: z.string(),
  /** One sentence: what it does on a call. */
  purpose: z.string(),
  /** Caller IDs that belong to it, in their order: a new campaign with it shows these. */
  numbers: z.array(numberId),
})

/** One that can take calls: active, with a published version. */
export const agentRow = agent.extend({
  version: z.int(),
  publishedAt: instant,
  variables: z.array(z.string()),
  campaigns: z.int(),
})
export type AgentRow = z.infer<typeof agentRow>

/** Any agent, as the list of all shows it. */
const agentSummary = agent.extend({
  active: z.boolean(),
  /** `null`: never published. */
  published: z.object({ version: z.int(), at: instant }).nullable(),
  /** The draft says something else than what is published. */
  hasChanges: z.boolean(),
  campaigns: z.int(),
})
export type AgentSummary = z.infer<typeof agentSummary>

const agentDetail = agent.extend({
  active: z.boolean(),
  /** Of name, purpose and whether it is active. */
  revision: z.int(),
  draft: z.object({ flow, revision: z.int(), savedAt: instant }),
  published: z.object({ version: z.int(), publishedAt: instant, flow }).nullable(),
  /** Newest first, with the campaigns that stay on each. */
  versions: z.array(
    z.object({
      version: z.int(),
      publishedAt: instant,
      campaigns: z.array(z.object({ id: campaignId, name: z.string(), state: campaignState })),
    }),
  ),
})
export type AgentDetail = z.infer<typeof agentDetail>

const agentName = shownName(80)
const revision = z.int().min(1)
const draftSaved = z.object({ revision: z.int(), savedAt: instant })

const ownNumbers = z.array(numberId).max(1_000)

export const agents = {
  list: procedure.output(z.array(agentRow)),
  all: procedure.output(z.array(agentSummary)),
  get: procedure.input(z.object({ id: agentId })).output(agentDetail),
  /** Names that `{{…}}` can take from a contact: what every one has, and the fields that are in use. */
  fields: procedure.output(z.array(z.string())),
  /** A draft, to be published before it takes calls; `language`: of a ready-made flow. */
  create: procedure
    .input(
      z.object({
        name: agentName,
        from: z.enum([...readyMadeAgents, 'empty']),
        language: z.enum(readyMadeLanguages).default('en'),
      }),
    )
    .output(z.object({ id: agentId })),
  duplicate: procedure.input(z.object({ id: agentId })).output(z.object({ id: agentId, name: z.string() })),
  update: procedure
    .input(
      z.object({
        id: agentId,
        revision,
        change: z.object({
          name: agentName.optional(),
          purpose: z.string().trim().max(300).optional(),
          active: z.boolean().optional(),
        }),
      }),
    )
    .output(z.object({ revision: z.int() })),
  /** Refused while a campaign has it. Calls keep its name and version. */
  remove: procedure.input(z.object({ id: agentId })).output(z.object({})),
  /**
   * The whole list, in its order; refused as `changed_meanwhile` where it is not any more as it was opened. Campaigns that
   * exist keep the numbers that they have.
   */
  setNumbers: procedure
    .input(
      z.object({ id: agentId, numbers: ownNumbers, opened: z.object({ numbers: ownNumbers }).optional() }),
    )
    .output(z.object({})),
  /** Whatever state it is in; `revision`: of the draft that was changed. */
  saveDraft: procedure.input(z.object({ id: agentId, revision, flow })).output(draftSaved),
  /** The draft of this revision becomes the next version, for good. Campaigns stay on theirs. */
  publish: procedure
    .input(z.object({ id: agentId, revision }))
    .output(z.object({ version: z.int(), publishedAt: instant })),
  /**
   * These campaigns go on with the newest version, whether they run or rest: calls that are up keep theirs. Those
   * that ended, or have another agent by now, stay as they are. Answers with how many moved.
   */
  moveCampaigns: procedure
    .input(z.object({ id: agentId, campaigns: z.array(campaignId).min(1).max(1_000) }))
    .output(z.object({ version: z.int(), moved: z.int() })),
  /** A version that was published. */
  version: procedure.input(z.object({ id: agentId, version: z.int() })).output(z.object({ flow })),
  exportFlow: procedure
    .input(z.object({ id: agentId }))
    .output(z.object({ fileName: z.string(), text: z.string() })),
  /** What an exported file holds; nothing is stored. */
  readFlow: procedure.input(z.object({ text: z.string().max(2_000_000) })).output(z.object({ flow })),
  /** A conversation without sound, from its beginning through all inputs. Nothing is stored. */
  tryOut: procedure
    .input(
      z.object({
        flow,
        /** Of the sample contact. */
        variables: z.record(z.string().max(200), z.string().max(200)),
        inputs: z
          .array(
            z.discriminatedUnion('is', [
              z.object({ is: z.literal('key'), key: phoneKey }),
              z.object({ is: z.literal('silence') }),
            ]),
          )
          .max(500),
      }),
    )
    .output(z.custom<TriedFlow>(value => typeof value === 'object' && value !== null)),
}
