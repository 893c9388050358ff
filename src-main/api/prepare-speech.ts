import type { CampaignId } from '../domain/ids.ts'
import { readAgents } from '../store/read-agents.ts'
import { readCampaigns } from '../store/read-campaigns.ts'
import { refused } from './refuse.ts'
import type { Services } from './services.ts'

/** Renders what the campaign's agent says, before anybody is called: one that cannot speak calls nobody. */
export async function prepareSpeech(
  { db, prepareSpeech: prepare }: Pick<Services, 'db' | 'prepareSpeech'>,
  id: CampaignId,
): Promise<void> {
  const [campaign] = await readCampaigns(db, id)
  const agent = (await readAgents(db)).find(stored => stored.id === campaign?.agent?.id)
  if (agent === undefined) return
  try {
    await prepare(agent.flow)
  } catch (error) {
    throw refused({
      code: 'speech',
      what: `The agent “${agent.name}” cannot speak: ${error instanceof Error ? error.message : error}`,
      cure: 'Nobody was called. Change the sentence, or try again.',
    })
  }
}
