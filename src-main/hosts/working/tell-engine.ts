import type { CampaignId } from '../../domain/ids.ts'
import type { JobInput } from '../../domain/job.ts'
import type { Engine } from '../../engine/create-engine.ts'

/**
 * Contacts were changed beside the engine, or changed back where another job is `undone`. A campaign that was coming to its end goes on with those that a job put into
 * it; one that drains towards something else refuses, and stays.
 */
export async function tellEngine(
  engine: Pick<Engine, 'move' | 'changed'>,
  input: JobInput,
  actor: string,
  undone: JobInput | null,
): Promise<void> {
  if (input.is === 'export') return
  const into = undone === null ? filledCampaign(input) : filledAgain(undone)
  if (into !== null) await engine.move(into, { do: 'refill' }, { actor })
  engine.changed(into ?? undefined)
}

/** The campaign whose line contacts went back into when an action was taken back. */
const filledAgain = (undone: JobInput): CampaignId | null =>
  undone.is === 'act' && (undone.action.do === 'skip' || undone.action.do === 'remove')
    ? undone.action.campaign
    : null

/** The campaign that the job put contacts into, or back into its line. */
function filledCampaign(input: JobInput): CampaignId | null {
  if (input.is === 'import' && input.plan.target.into === 'campaign') return input.plan.target.campaign
  if (input.is !== 'act') return null
  const { action } = input
  return action.do === 'add_to_campaign' || action.do === 'retry_now' ? action.campaign : null
}
