import type { Kysely } from 'kysely'
import type { Instant } from '../domain/ids.ts'
import type { Notice } from '../domain/notice.ts'
import type { Tables } from '../store/tables.ts'

/** Into the notification centre. Within a transaction. */
export const addNotice = (db: Kysely<Tables>, { campaign, ...notice }: Notice, at: Instant) =>
  db
    .insertInto('notices')
    .values({ ...notice, campaign_id: campaign, at })
    .execute()
