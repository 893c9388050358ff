import { implement } from '@orpc/server'
import type { Selectable } from 'kysely'
import { contract } from '../contract/contract.ts'
import type { Notice } from '../contract/notices.ts'
import { countUnread, readNotices } from '../store/read-notices.ts'
import type { NoticesTable } from '../store/tables/workspace.ts'
import type { Services } from './services.ts'

const os = implement(contract.notices).$context<Services>()

export const notices = os.router({
  list: os.list.handler(async ({ input, context }) => {
    const [{ total, rows }, unread] = await Promise.all([
      readNotices(context.db, input),
      countUnread(context.db),
    ])
    return { total, unread, rows: rows.map(shownNotice) }
  }),

  read: os.read.handler(async ({ input, context }) => {
    await markRead(context, input.id)
    return {}
  }),

  readAll: os.readAll.handler(async ({ context }) => ({ read: await markRead(context) })),
})

export const shownNotice = ({ campaign_id, read_at, ...notice }: Selectable<NoticesTable>): Notice => ({
  ...notice,
  campaign: campaign_id,
  read: read_at !== null,
})

/** Of one, or of all. @returns how many were unread */
export async function markRead({ change, now, engine }: Services, id?: number): Promise<number> {
  const read = await change(async tx => {
    const unread = tx.updateTable('notices').set({ read_at: now() }).where('read_at', 'is', null)
    const { numUpdatedRows } = await (id === undefined
      ? unread
      : unread.where('id', '=', id)
    ).executeTakeFirst()
    return Number(numUpdatedRows)
  })
  if (read > 0) engine.changed()
  return read
}
