import type { Purpose } from '../../domain/compliance/law.ts'
import type { Flow } from '../../domain/flow.ts'
import type { CampaignId, ContactId, Instant, PlaceId } from '../../domain/ids.ts'
import { exclusionLines, type LaunchChoices, type LaunchIntent } from '../../domain/launch.ts'

/** What grows with the contacts of a campaign: may be counted beside the thread of the calls. */
export interface LaunchCounts {
  totals(campaign: CampaignId, launch: WhoIsMeant): Promise<LaunchTotals>
  /** How many this keeps out whom nothing before it did, in the order of `keepers`. */
  keptBy(campaign: CampaignId, launch: WhoIsMeant, by: KeptBy, now: Instant): Promise<number>
  /** Where those stand whom this launch is about, most contacts first. */
  places(campaign: CampaignId, launch: WhoIsMeant): Promise<readonly PlaceShare[]>
  /** How many of them have a consent of these kinds on file, by place. */
  consented(
    campaign: CampaignId,
    launch: WhoIsMeant,
    asked: { readonly purpose: Purpose; readonly kinds: readonly ConsentKind[]; readonly now: Instant },
  ): Promise<ReadonlyMap<PlaceId, number>>
}

/** What a launch reads and writes, within one decision. Contacts are prepared in parts, to keep nobody waiting. */
export interface LaunchRecords extends LaunchCounts {
  agent(campaign: CampaignId): Promise<{ readonly active: boolean; readonly flow: Flow } | null>
  numbers(campaign: CampaignId): Promise<{ readonly all: number; readonly usable: number }>

  /** Kept until `beginRun`, so that the next start of the program goes on with it. */
  begin(campaign: CampaignId, intent: LaunchIntent): Promise<void>
  /** Launches that a process began and did not end. */
  begun(): Promise<readonly { readonly campaign: CampaignId; readonly intent: LaunchIntent }[]>
  /** What a reset would clear of the next contacts, one line of JSON each; `last: null`: that was all. */
  history(campaign: CampaignId, after: ContactId): Promise<Part & { readonly lines: readonly string[] }>
  /** Opt-outs of this campaign, one line of JSON each. */
  optOutLines(campaign: CampaignId): Promise<readonly string[]>
  /** Back to `pending` or left out, for the next contacts. `draws`: also those who may be drawn for a test. */
  prepare(
    campaign: CampaignId,
    launch: WhoIsMeant,
    after: ContactId,
    draws: boolean,
    now: Instant,
  ): Promise<Prepared>
  /** Opt-outs of this campaign no longer hold; those that are made from now on do. @returns how many */
  liftOptOuts(campaign: CampaignId, now: Instant): Promise<number>
  /** @returns how many */
  removeOptOuts(campaign: CampaignId): Promise<number>
  draw(campaign: CampaignId, contacts: readonly ContactId[]): Promise<void>
  /** What was chosen at the latest launch. */
  choices(campaign: CampaignId): Promise<LaunchChoices | null>
  /** A launch that came to nothing: ends `begin`. */
  abandon(campaign: CampaignId): Promise<void>
  /** What was chosen for a start that is still to come; ends `begin`. */
  keepChoices(campaign: CampaignId, choices: LaunchChoices): Promise<void>
  /** A new numbered run with these choices; ends `begin`. */
  beginRun(campaign: CampaignId, choices: LaunchChoices, now: Instant): Promise<void>
}

/** Whom a launch is about. */
export interface WhoIsMeant {
  readonly do: 'launch' | 'restart'
  readonly choices: LaunchChoices
}

/** What keeps a contact out of a launch; each is counted once, by the first. */
export const keepers = ['numberless', ...exclusionLines, 'do_not_call'] as const
export type KeptBy = (typeof keepers)[number]

export interface LaunchTotals {
  readonly inCampaign: number
  /** Whom this launch is about, by their status alone. */
  readonly meant: number
}

export interface PlaceShare {
  readonly place: PlaceId
  readonly leads: number
}

export type ConsentKind = 'express' | 'express_written' | 'existing_relation'

/** Of a pass over all contacts. */
export interface Part {
  /** The last contact of this part. */
  readonly last: ContactId
  readonly more: boolean
}

export interface Prepared extends Part {
  readonly drawable: readonly ContactId[]
}
