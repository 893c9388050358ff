import { implement } from '@orpc/server'
import type { ProfileRow } from '../contract/compliance.ts'
import { contract } from '../contract/contract.ts'
import type { Profile } from '../domain/compliance/profile.ts'
import { readSetting, type WorkspaceSettings, writeSetting } from '../store/workspace-settings.ts'
import { audited } from './audited.ts'
import { refused } from './refuse.ts'
import { rulesOfCampaign } from './rules-of-campaign.ts'
import type { Services } from './services.ts'

const os = implement(contract.compliance).$context<Services>()

type Off = WorkspaceSettings['profiles_off']

export const compliance = os.router({
  profiles: os.profiles.handler(async ({ context }) => {
    const off = (await readSetting(context.db, 'profiles_off')) ?? {}
    return context.rules.profiles.map(profile => rowOf(profile, off))
  }),

  switchOff: os.switchOff.handler(async ({ input: { profile, reason }, context }) => {
    if (context.rules.profiles.some(({ id, where }) => id === profile && where.is === 'elsewhere'))
      throw lastResort
    await change(context, profile, reason, (off, at) => ({ ...off, [profile]: { reason, at } }))
    return {}
  }),

  switchOn: os.switchOn.handler(async ({ input: { profile }, context }) => {
    await change(context, profile, '', ({ [profile]: _, ...others }) => others)
    return {}
  }),

  ofCampaign: os.ofCampaign.handler(({ input, context }) => rulesOfCampaign(context, input.id, input.change)),
})

/** It also steps in where another profile was switched off: without it nobody would keep any hours there. */
const lastResort = refused({
  code: 'last_resort',
  field: 'profile',
  what: 'These hours hold wherever no other rule sets any, so they cannot be switched off.',
  cure: 'Switch off the profile of one country, or set other hours in the campaign.',
})

async function change(
  context: Services,
  id: string,
  reason: string,
  next: (off: Off, at: number) => Off,
): Promise<void> {
  const profile = context.rules.profiles.find(each => each.id === id)
  if (profile === undefined)
    throw refused({
      code: 'no_profile',
      field: 'profile',
      what: `There is no legal profile “${id}”.`,
      cure: 'Choose one from the list.',
    })
  const now = context.now()
  const off = await context.change(async tx => {
    const before = (await readSetting(tx, 'profiles_off')) ?? {}
    const after = next(before, now)
    await writeSetting(tx, 'profiles_off', after, now)
    const applies = (map: Off) => ({ applies: !(id in map) })
    const entry = { action: 'compliance.switch', subject: `profile ${id}`, reason }
    await audited(tx, entry, applies(before), applies(after), now)
    return after
  })
  context.rules.switchOff(Object.keys(off))
  context.engine.changed()
}

const rowOf = ({ id, jurisdiction, where, rules }: Profile, off: Off): ProfileRow => ({
  id,
  jurisdiction,
  countries: where.is === 'countries' ? [...where.countries] : [],
  region: where.is === 'countries' ? where.region : null,
  rules: rules.map(({ ref, is, from, to }) => ({ ...ref, about: is, from, to })),
  off: off[id] ?? null,
})
