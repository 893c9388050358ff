import { isLoopback } from '../domain/trunk.ts'
import type { CampaignRecord } from './ports.ts'

/** `anyTime` is honoured on this machine only: no real person is ever called outside the hours. */
export const areHoursLifted = ({ schedule, trunk }: CampaignRecord): boolean =>
  schedule.anyTime && trunk !== null && isLoopback(trunk.settings)
