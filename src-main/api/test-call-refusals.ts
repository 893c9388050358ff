import type { TestCallWish } from '../contract/lines.ts'
import type { TrunkConfig } from '../dialer/trunk-config.ts'
import { assertNever } from '../domain/assert-never.ts'
import type { CampaignId, E164 } from '../domain/ids.ts'
import type { Channel } from '../engine/take-channel.ts'
import { readPhone } from '../numbering/phone.ts'
import { isOnCall } from '../store/engine/queue-records.ts'
import { blocked, suppression } from '../store/engine/rule-records.ts'
import { refused } from './refuse.ts'
import type { Services } from './services.ts'

export interface RunningCalls {
  readonly engine: Pick<Services['engine'], 'takeChannel'>
}

/** Entries for one campaign only do not count: a test call belongs to none. */
const noCampaign = 0 as CampaignId

/** The number that is called, refused where nobody may call it. Within a `change`. */
export function mustBeCallable(
  { statements, now }: Pick<Services, 'statements' | 'now'>,
  { to, country }: TestCallWish,
): E164 {
  const phone = readPhone(to, country)
  if ('reason' in phone)
    throw refused({
      code: 'bad_number',
      field: 'to',
      what: `This number cannot be called: ${phone.reason}.`,
      cure: 'Write it with its country code, such as +49 30 23125 000.',
    })
  const { number } = phone
  const why = blocked(statements, number, phone.country)
  if (why !== null)
    throw refused({
      code: 'blocked',
      field: 'to',
      what: `${number} is blocked in this workspace: ${why}.`,
      cure: 'Call another number, or take the block off under Do-not-call.',
    })
  if (suppression(statements, number, noCampaign, now()) !== null)
    throw refused({
      code: 'do_not_call',
      field: 'to',
      what: `${number} is on the do-not-call list.`,
      cure: 'Call another number.',
    })
  return number
}

/** Refused where a campaign or another test is on the telephone. Within a `change`. */
export function mustNotBeOnCall({ statements }: Pick<Services, 'statements'>, to: E164): void {
  if (isOnCall(statements, to))
    throw refused({
      code: 'number_busy',
      field: 'to',
      what: `Another call to ${to} is going on right now.`,
      cure: 'Wait until that call is over, or call another number.',
    })
}

/** A channel of the trunk, refused where it or the workspace has as many calls as it may. */
export async function channelFor(
  { engine }: RunningCalls,
  { id, settings }: TrunkConfig,
): Promise<Extract<Channel, { is: 'taken' }>> {
  const channel = await engine.takeChannel({ trunk: id, maxCalls: settings.maxCalls })
  switch (channel.is) {
    case 'taken':
      return channel
    case 'trunk-full':
      throw refused({
        code: 'trunk_full',
        what: `The trunk carries ${channel.allowed} calls, as many as it may.`,
        cure: 'Wait until one is over, or pause its campaigns.',
      })
    case 'workspace-full':
      throw refused({
        code: 'workspace_full',
        what: `This workspace makes ${channel.allowed} calls, as many as it may.`,
        cure: 'Wait until one is over, or allow more under Settings.',
      })
    default:
      return assertNever(channel)
  }
}

/** The caller number, one of the workspace's; `null`: what the trunk shows by itself. */
export async function mustBeShown(
  { db }: Pick<Services, 'db'>,
  { id, settings }: TrunkConfig,
  { callerId, country }: TestCallWish,
): Promise<E164 | null> {
  if (callerId === null) {
    if (settings.user !== '') return null
    throw refused({
      code: 'no_caller_number',
      field: 'callerId',
      what: 'This trunk has no user that could stand in place of a caller number.',
      cure: 'Choose one of the numbers of this workspace; add one first where there is none.',
    })
  }
  const phone = readPhone(callerId, country)
  const number =
    'reason' in phone
      ? undefined
      : await db
          .selectFrom('numbers')
          .select(['e164', 'enabled', 'trunk_id'])
          .where('e164', '=', phone.number)
          .executeTakeFirst()
  if (number && number.enabled === 1 && (number.trunk_id === null || number.trunk_id === id))
    return number.e164
  throw refused({
    code: 'bad_caller_number',
    field: 'callerId',
    what: `${callerId} is no number that this workspace may show over this trunk.`,
    cure: 'Choose one of the numbers of this workspace that is switched on.',
  })
}
