import type { Transaction } from 'kysely'
import type { CampaignChange } from '../contract/campaign-edit.ts'
import type { CampaignId } from '../domain/ids.ts'
import { wallClock } from '../domain/schedule.ts'
import { fromJson } from '../store/json.ts'
import type { Tables } from '../store/tables.ts'
import { checkGroup } from './check-group.ts'
import { checkNumbers } from './check-numbers.ts'
import { existingDetections, resumable } from './definitions.ts'
import { notFound, refused } from './refuse.ts'

type Tx = Transaction<Tables>

/** What the schema of a change cannot know: other parts of the campaign, and what exists in the workspace. */
export async function checkChange(tx: Tx, id: CampaignId, change: CampaignChange): Promise<void> {
  checkSettings(change.settings ?? {})
  await checkEnd(tx, id, change)
  await checkGroup(tx, change.trunks ?? [])
  await mustExist(tx, change)
}

function checkSettings({ machineDetection, resumeByItself }: NonNullable<CampaignChange['settings']>): void {
  if (machineDetection !== undefined && !existingDetections.includes(machineDetection))
    throw refused({
      code: 'not_in_this_version',
      field: 'settings.machineDetection',
      what: `Machine detection by ${machineDetection} does not exist in this version.`,
      cure: `Choose ${existingDetections.join(' or ')}.`,
    })
  const stays = resumeByItself?.find(reason => !resumable.includes(reason))
  if (stays !== undefined)
    throw refused({
      code: 'not_resumable',
      field: 'settings.resumeByItself',
      what: `A campaign that paused for “${stays}” has no cause that could go away by itself.`,
      cure: 'Leave it out; somebody resumes it.',
    })
}

async function checkEnd(tx: Tx, id: CampaignId, { schedule }: CampaignChange): Promise<void> {
  if (schedule?.startsAt === undefined && schedule?.endsAt === undefined) return
  const row = await tx.selectFrom('campaigns').select('schedule').where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw notFound('campaign', id)
  const before = fromJson(row.schedule)
  const { startsAt = before.startsAt, endsAt = before.endsAt, zone = before.zone } = schedule
  if (startsAt === null || endsAt === null || endsAt > startsAt) return
  throw refused({
    code: 'end_before_start',
    field: 'schedule.endsAt',
    what: `The end lies before the start, ${wallClock(startsAt, zone)}.`,
    cure: 'Set it after the start, or leave it out.',
  })
}

/** They may have been removed since the form was opened. */
async function mustExist(tx: Tx, { numbers = [], businessHours }: CampaignChange): Promise<void> {
  if (businessHours !== undefined && businessHours !== null) {
    const known = await tx
      .selectFrom('business_hours')
      .select('id')
      .where('id', '=', businessHours)
      .executeTakeFirst()
    if (known === undefined) throw notFound('business hours', businessHours)
  }
  await checkNumbers(
    tx,
    numbers.map(({ id }) => id),
  )
}
