import type { Kysely, Selectable } from 'kysely'
import type { CampaignId } from '../domain/ids.ts'
import { noticeDefaults } from '../domain/preferences.ts'
import type { NoticesTable } from './tables/workspace.ts'
import type { Tables } from './tables.ts'
import { readSetting } from './workspace-settings.ts'

export interface NoticeQuery {
  readonly offset: number
  readonly limit: number
  readonly unreadOnly: boolean
  readonly campaign?: CampaignId | undefined
}

/** Kinds that nobody wants to be bothered with: they count as read. */
const quietKinds = async (db: Kysely<Tables>) => ((await readSetting(db, 'notices')) ?? noticeDefaults).quiet

/** One page of the notification centre, newest first, and how many fit the query in all. */
export async function readNotices(
  db: Kysely<Tables>,
  { offset, limit, unreadOnly, campaign }: NoticeQuery,
): Promise<{ readonly total: number; readonly rows: readonly Selectable<NoticesTable>[] }> {
  const quiet = await quietKinds(db)
  let wanted = db.selectFrom('notices')
  if (unreadOnly) wanted = wanted.where('read_at', 'is', null)
  if (unreadOnly && quiet.length > 0) wanted = wanted.where('kind', 'not in', quiet)
  if (campaign !== undefined) wanted = wanted.where('campaign_id', '=', campaign)
  const [{ total }, rows] = await Promise.all([
    wanted.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
    wanted.selectAll().orderBy('id', 'desc').limit(limit).offset(offset).execute(),
  ])
  const shown = rows.map(row => (quiet.includes(row.kind) ? { ...row, read_at: row.read_at ?? row.at } : row))
  return { total, rows: shown }
}

export async function countUnread(db: Kysely<Tables>): Promise<number> {
  const quiet = await quietKinds(db)
  const waiting = db
    .selectFrom('notices')
    .select(({ fn }) => fn.countAll<number>().as('unread'))
    .where('read_at', 'is', null)
  const { unread } = await (quiet.length === 0
    ? waiting
    : waiting.where('kind', 'not in', quiet)
  ).executeTakeFirstOrThrow()
  return unread
}
