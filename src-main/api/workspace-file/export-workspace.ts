import { businessHoursForm } from '../../contract/business-hours.ts'
import { trunkForm } from '../../contract/lines.ts'
import type { NumberId } from '../../domain/ids.ts'
import { readAgents } from '../../store/read-agents.ts'
import { readSetting } from '../../store/workspace-settings.ts'
import type { Services } from '../services.ts'
import { type PartClients, partClients } from './part-clients.ts'
import type { WrittenWorkspace } from './written-workspace.ts'

/** Everything that was set up, without a password. */
export async function exportWorkspace(context: Services): Promise<WrittenWorkspace> {
  const { db } = context
  const client = partClients(context)
  const [settings, profiles, hours, callerIds, agents, owners, all] = await Promise.all([
    settingsOf(db),
    client.compliance.profiles(),
    client.businessHours.list(),
    client.numbers.list(),
    readAgents(db),
    client.agents.all(),
    client.campaigns.list(),
  ])
  const numberOf = new Map(callerIds.map(({ id, number }) => [id, number]))
  const numbersOf = (ids: readonly NumberId[] = []) => ids.flatMap(id => numberOf.get(id) ?? [])
  const campaigns = await Promise.all(all.map(({ id }) => client.campaigns.exportConfiguration({ id })))
  return {
    format: 'trunkline-workspace',
    version: 1,
    settings,
    profilesOff: Object.fromEntries(profiles.flatMap(({ id, off }) => (off ? [[id, off.reason]] : []))),
    businessHours: hours.map(row => businessHoursForm.parse(row)),
    trunks: await trunksOf(client),
    numbers: callerIds.map(({ number, name, trunk, proof, zone, enabled }) => ({
      number,
      name,
      trunk: trunk?.name ?? null,
      proof,
      zone,
      enabled,
    })),
    agents: agents.map(({ id, name, purpose, flow }) => ({
      name,
      purpose,
      flow,
      numbers: numbersOf(owners.find(owner => owner.id === id)?.numbers),
    })),
    campaigns: campaigns.map(({ text }) => JSON.parse(text) as WrittenWorkspace['campaigns'][number]),
  }
}

/** Those that somebody has changed. */
async function settingsOf(db: Services['db']): Promise<WrittenWorkspace['settings']> {
  const [profile, caps, backups, notices, retention] = await Promise.all([
    readSetting(db, 'profile'),
    readSetting(db, 'caps'),
    readSetting(db, 'backups'),
    readSetting(db, 'notices'),
    readSetting(db, 'retention'),
  ])
  return {
    ...(profile && { profile }),
    ...(caps && { caps }),
    ...(backups && { backups }),
    ...(notices && { notices: { quiet: [...notices.quiet], desktop: [...notices.desktop] } }),
    ...(retention && { retention }),
  }
}

async function trunksOf(client: PartClients): Promise<WrittenWorkspace['trunks']> {
  const lines = (await client.trunks.list()).filter(({ practice }) => !practice)
  return Promise.all(
    lines.map(async row => ({
      ...trunkForm.omit({ password: true }).parse(row),
      rates: (await client.trunks.money({ id: row.id })).rates,
    })),
  )
}
