import { conversionRate } from '../../domain/figures.ts'
import type { ListId } from '../../domain/ids.ts'
import type { Micros } from '../../domain/money.ts'
import type { ReadOnlyFile } from '../read-only-file.ts'
import { type CallScope, callsOf } from './call-scope.ts'

/** Contacts of the campaign that are in a list now; one who is in two lists counts in both. */
export interface ListFigures {
  readonly id: ListId
  readonly name: string
  readonly contacts: number
  readonly contacted: number
  readonly conversed: number
  readonly achieved: number
  readonly conversionRate: number | null
  readonly calls: number
  readonly costMicros: Micros
  readonly costPerGoal: Micros | null
}

interface Row extends Omit<ListFigures, 'conversionRate' | 'costPerGoal'> {
  readonly goals: number
}

/** Most contacts first. */
export function readListFigures({ statements }: ReadOnlyFile, scope: CallScope): readonly ListFigures[] {
  const { sql, values } = callsOf(scope)
  const rows = statements.rows<Row>(
    `SELECT lists.id, lists.name, count(*) AS contacts, count(called.lead_id) AS contacted,
       ifnull(sum(conversed), 0) AS conversed, ifnull(sum(achieved), 0) AS achieved, ifnull(sum(called.calls), 0) AS calls,
       ifnull(sum(goals), 0) AS goals, ifnull(sum(cost), 0) AS costMicros
     FROM lists JOIN list_contacts ON list_id = lists.id
     JOIN leads ON leads.campaign_id = ? AND leads.contact_id = list_contacts.contact_id
     LEFT JOIN (SELECT lead_id, count(*) AS calls, max(result = 'answered') AS conversed,
         max(goal IS 'achieved') AS achieved, sum(goal IS 'achieved') AS goals, sum(cost_micros) AS cost
         ${sql} GROUP BY lead_id) AS called ON called.lead_id = leads.id
     ${scope.list === null ? '' : 'WHERE lists.id = ?'}
     GROUP BY lists.id ORDER BY contacts DESC, lists.id`,
    scope.campaign,
    ...values,
    ...(scope.list === null ? [] : [scope.list]),
  )
  return rows.map(({ goals, ...row }) => ({
    ...row,
    conversionRate: conversionRate([
      { conversed: true, achieved: false, leads: row.conversed },
      { conversed: false, achieved: true, leads: row.achieved },
    ]),
    costPerGoal: goals === 0 ? null : Math.round(row.costMicros / goals),
  }))
}
