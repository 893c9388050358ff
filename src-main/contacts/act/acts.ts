import { assertNever } from '../../domain/assert-never.ts'
import type { JobAction } from '../../domain/job.ts'
import type { Statements } from '../../store/sqlite-file.ts'
import type { Act } from './act.ts'
import { actAddToCampaign, actInCampaign } from './campaign-acts.ts'
import { actLists, actTags } from './group-acts.ts'
import { actRemoveList, actRemoveTag } from './remove-group.ts'
import { actDelete, actDoNotCall, actField, actLanguage, actZone } from './value-acts.ts'

/** What an action does to each contact; to be asked for anew in each transaction. */
export function prepareAct(sql: Statements, action: JobAction): Act {
  switch (action.do) {
    case 'add_tags':
    case 'remove_tags':
      return actTags(sql, action)
    case 'add_to_list':
    case 'remove_from_list':
      return actLists(sql, action)
    case 'remove_list':
      return actRemoveList(sql, action)
    case 'remove_tag':
      return actRemoveTag(sql, action)
    case 'add_to_campaign':
      return actAddToCampaign(sql, action)
    case 'set_language':
      return actLanguage(sql, action)
    case 'set_zone':
      return actZone(sql, action)
    case 'set_field':
      return actField(sql, action)
    case 'do_not_call':
      return actDoNotCall(sql, action)
    case 'delete':
      return actDelete(sql, action)
    case 'retry_now':
    case 'skip':
    case 'remove':
    case 'call_first':
    case 'set_priority':
      return actInCampaign(sql, action)
    default:
      return assertNever(action)
  }
}
