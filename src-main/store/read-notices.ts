import type { Kysely, Selectable } from 'kysely'
import type { CampaignId } from '../domain/ids.ts'
import type { NoticesTable } from './tables/workspace.ts'
import type { Tables } from './tables.ts'

export interface NoticeQuery {
  readonly offset: number
  readonly limit: number
  readonly unreadOnly: boolean
  readonly campaign?: CampaignId | undefined
}

/** One page of the notification centre, newest first, and how many fit the query in all. */
export async function readNotices(
  db: Kysely<Tables>,
  { offset, limit, unreadOnly, campaign }: NoticeQuery,
): Promise<{ readonly total: number; readonly rows: readonly Selectable<NoticesTable>[] }> {
  let wanted = db.selectFrom('notices')
  if (unreadOnly) wanted = wanted.where('read_at', 'is', null)
  if (campaign !== undefined) wanted = wanted.where('campaign_id', '=', campaign)
  const [{ total }, rows] = await Promise.all([
    wanted.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
    wanted.selectAll().orderBy('id', 'desc').limit(limit).offset(offset).execute(),
  ])
  return { total, rows }
}

export async function countUnread(db: Kysely<Tables>): Promise<number> {
  const { unread } = await db
    .selectFrom('notices')
    .select(({ fn }) => fn.countAll<number>().as('unread'))
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow()
  return unread
}
