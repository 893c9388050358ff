import type { CampaignStateName } from '../../../domain/campaign-state.ts'
import { editableIn, lockedBecause } from '../../../domain/editable.ts'
import type { CampaignId, ListId } from '../../../domain/ids.ts'
import type { ImportTarget } from '../../../domain/import-plan.ts'
import type { Statements } from '../../../store/sqlite-file.ts'
import { JobRefused } from '../../job-work.ts'

export interface Target {
  readonly list: { readonly id: ListId; readonly name: string } | null
  readonly campaign: { readonly id: CampaignId; readonly name: string } | null
}

/** Where rows go besides the base of contacts; refuses what is gone, or takes nobody now. */
export function targetOf(sql: Pick<Statements, 'first'>, target: ImportTarget): Target {
  switch (target.into) {
    case 'all':
      return { list: null, campaign: null }
    case 'list': {
      const list = sql.first<{ id: ListId; name: string }>(
        'SELECT id, name FROM lists WHERE id = ?',
        target.list,
      )
      if (list === undefined)
        throw new JobRefused('The list was deleted. Choose another; nothing was imported.')
      return { list, campaign: null }
    }
    case 'campaign': {
      const row = sql.first<{ id: CampaignId; name: string; state: CampaignStateName }>(
        'SELECT id, name, state FROM campaigns WHERE id = ? AND deleted_at IS NULL',
        target.campaign,
      )
      if (row === undefined)
        throw new JobRefused('The campaign was deleted. Choose another; nothing was imported.')
      const { state, ...campaign } = row
      if (!editableIn({ is: state }).includes('contacts'))
        throw new JobRefused(`“${row.name}” takes no more contacts. ${lockedBecause({ is: state })}`)
      return { list: null, campaign }
    }
  }
}
