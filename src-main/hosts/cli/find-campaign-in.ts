import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { CampaignId } from '../../domain/ids.ts'
import { findCampaign } from '../../store/find-campaign.ts'
import { openReadOnly } from '../../store/read-only-file.ts'
import type { Ending } from './exit-codes.ts'

export interface CampaignInFile {
  readonly file: string
  readonly campaign: CampaignId
  /** As it is written there. */
  readonly name: string
}

/** A campaign of a workspace by its name; read only, so also while somebody has it open. */
export function findCampaignIn(
  dataDir: string,
  name: string,
): CampaignInFile | { readonly ending: Ending; readonly reason: string } {
  const file = join(dataDir, 'workspace.db')
  if (!existsSync(file))
    return { ending: 'workspaceUnusable', reason: `There is no workspace in ${dataDir}.` }
  try {
    const opened = openReadOnly(file)
    try {
      const found = findCampaign(opened, name)
      if (found.is === 'found') return { file, campaign: found.id, name: found.name }
      const near = found.nearest.map(each => `“${each}”`).join(', ')
      const help = near === '' ? 'The workspace has none yet.' : `The nearest: ${near}.`
      return { ending: 'usage', reason: `There is no campaign “${name}” in ${dataDir}. ${help}` }
    } finally {
      opened.close()
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return { ending: 'workspaceUnusable', reason: `The workspace in ${dataDir} cannot be read: ${why}.` }
  }
}
