import type { Schedule } from '../domain/schedule.ts'
import { isLoopback } from '../domain/trunk.ts'
import type { CampaignRecord } from './ports/campaign-record.ts'

/** `anyTime` is honoured on this machine only: no real person is ever called outside the hours. */
export const areHoursLifted = ({
  schedule,
  trunks,
}: {
  readonly schedule: Pick<Schedule, 'anyTime'>
  readonly trunks: readonly Pick<CampaignRecord['trunks'][number], 'settings'>[]
}): boolean => schedule.anyTime && trunks.length > 0 && trunks.every(({ settings }) => isLoopback(settings))
