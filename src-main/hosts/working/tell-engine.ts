import type { CampaignId } from '../../domain/ids.ts'
import type { JobInput } from '../../domain/job.ts'
import type { Engine } from '../../engine/create-engine.ts'

/**
 * Contacts were changed beside the engine. A campaign that was coming to its end goes on with those that a job put into
 * it; one that drains towards something else refuses, and stays.
 */
export async function tellEngine(
  engine: Pick<Engine, 'move' | 'changed'>,
  input: JobInput,
  actor: string,
): Promise<void> {
  if (input.is === 'export') return
  const into = filledCampaign(input)
  if (into !== null) await engine.move(into, { do: 'refill' }, { actor })
  engine.changed(into ?? undefined)
}

/** The campaign that the job put contacts into, or back into its line. */
function filledCampaign(input: JobInput): CampaignId | null {
  if (input.is === 'import' && input.plan.target.into === 'campaign') return input.plan.target.campaign
  if (input.is !== 'act') return null
  const { action } = input
  return action.do === 'add_to_campaign' || action.do === 'retry_now' ? action.campaign : null
}
