import { basename, extname } from 'node:path'
import { addPeople } from '../../contacts/write/add-people.ts'
import { campaignDefaults, campaignRanges } from '../../domain/campaign.ts'
import type { CampaignId } from '../../domain/ids.ts'
import { officeHours } from '../../domain/schedule.ts'
import { homeOf } from '../../numbering/home-of.ts'
import { createCampaign } from '../../store/create-campaign.ts'
import { type PublishedAgent, readAgents } from '../../store/read-agents.ts'
import { readTrunks } from '../../store/read-trunks.ts'
import { createAgent } from '../../store/save-agent.ts'
import { saveNumber } from '../../store/save-number.ts'
import { createTrunk, updateTrunk } from '../../store/save-trunk.ts'
import { isSampleAgent, readSampleFlow, sampleAgents } from '../demo/sample-agents.ts'
import { mustWrite, NotWritten } from '../must-write.ts'
import type { SecretStore } from '../secrets/secret-store.ts'
import type { Workspace } from '../workspace.ts'
import type { RunOrder, RunRefusal } from './read-run.ts'
import type { RunFlags } from './run-flags.ts'

export interface PreparedRun {
  readonly campaign: CampaignId
  readonly name: string
  readonly added: number
}

/** Trunk, number, agent and campaign in one transaction; the trunk connected, the agent's sentences rendered. */
export async function prepareRun(
  workspace: Workspace,
  { resources, secrets }: { readonly resources: string; readonly secrets: SecretStore },
  flags: RunFlags,
  { trunk: wanted, callerId, people }: RunOrder,
): Promise<PreparedRun | RunRefusal> {
  const { store, dialer, now, zone, prepareSpeech } = workspace
  const agent = await findAgent(workspace, resources, flags.agent)
  if ('ending' in agent) return agent
  try {
    await prepareSpeech(agent.flow)
  } catch (error) {
    return failed(`The agent “${agent.name}” cannot speak: ${(error as Error).message}`)
  }
  const name = await freeName(workspace, flags.name ?? defaultName(flags.contacts, new Date(now())))
  // Its calls tell whether a trunk from the command line works; not every server answers OPTIONS.
  const settings = { ...wanted.settings, optionsSeconds: 0 }
  const known = (await readTrunks(store.db)).find(
    trunk => JSON.stringify(trunk.settings) === JSON.stringify(settings),
  )
  const trunkName = await freeTrunkName(workspace, settings)
  try {
    const made = await mustWrite(store, async tx => {
      const trunk =
        known?.id ?? (await createTrunk(tx, { name: trunkName, settings, secretRef: null }, now()))
      const number = await saveNumber(
        tx,
        { e164: callerId.number, name: '', ...homeOf(callerId.number, zone) },
        now(),
      )
      const version = 'versionId' in agent ? agent.versionId : (await createAgent(tx, agent, now())).version
      const campaign = await createCampaign(
        tx,
        {
          name,
          agentVersion: version,
          trunks: [trunk],
          numbers: [number],
          settings: {
            ...campaignDefaults,
            maxConcurrentCalls: flags.concurrency,
            ringSeconds: Number(flags.ring),
            maxRetries: flags.maxRetries,
            record: flags.record,
            // Whoever names one caller ID for a list means it for the whole list.
            rotation: {
              ...campaignDefaults.rotation,
              maxCallsPerDay: campaignRanges['rotation.maxCallsPerDay'].max,
            },
          },
          schedule: {
            zone,
            windows: officeHours,
            startsAt: null,
            endsAt: null,
            respectContactZone: true,
            anyTime: flags.anyTime,
          },
        },
        now(),
      )
      const by = { actor: 'command line', job: null, at: now() }
      const added = await addPeople(store.statements, campaign, people.contacts, by)
      if (wanted.password !== null) {
        const secretRef = `trunk/${trunk}`
        await updateTrunk(tx, trunk, { secretRef }, now())
        // Last, and within the transaction: a password that cannot be kept leaves nothing behind.
        await keepPassword(secrets, secretRef, wanted.password)
      }
      return { campaign, trunk, added }
    })
    const keptRef = known?.secretRef ?? null
    // Why one cannot be read was said when the workspace was opened.
    const kept = keptRef === null ? null : await secrets.get(keptRef).catch(() => null)
    const password = wanted.password ?? kept
    await dialer.applyTrunk({ id: made.trunk, name: known?.name ?? trunkName, settings, password })
    return { campaign: made.campaign, name, added: made.added }
  } catch (error) {
    if (error instanceof NotWritten || error instanceof PasswordNotKept) return failed(error.message)
    throw error
  }
}

const failed = (why: string): RunRefusal => ({ ending: 'failed', reason: `${why} Nobody was called.` })

class PasswordNotKept extends Error {
  override readonly name = 'PasswordNotKept'
}

/** Kept like that of any trunk, so that the campaign can go on in the console. */
async function keepPassword(secrets: SecretStore, ref: string, password: string): Promise<void> {
  try {
    await secrets.set(ref, password)
  } catch (error) {
    throw new PasswordNotKept(`The trunk’s password cannot be kept: ${(error as Error).message}.`)
  }
}

type Agent =
  | PublishedAgent
  | { readonly name: string; readonly purpose: string; readonly flow: PublishedAgent['flow'] }

async function findAgent(
  { store }: Workspace,
  resources: string,
  wanted: string,
): Promise<Agent | RunRefusal> {
  const agents = await readAgents(store.db)
  const name = isSampleAgent(wanted) ? sampleAgents[wanted].name : wanted
  const known = agents.find(agent => agent.name.toLowerCase() === name.toLowerCase())
  if (known !== undefined) return known
  if (isSampleAgent(wanted)) return { ...sampleAgents[wanted], flow: await readSampleFlow(resources, wanted) }
  const names = [...Object.keys(sampleAgents), ...agents.map(agent => `“${agent.name}”`)]
  return {
    ending: 'usage',
    reason: `There is no agent “${wanted}”. There are ${names.join(', ')}. Nobody was called.`,
  }
}

async function freeName({ store }: Workspace, wanted: string): Promise<string> {
  const rows = await store.db.selectFrom('campaigns').select('name').execute()
  return firstFree(
    wanted,
    rows.map(row => row.name),
  )
}

async function freeTrunkName(
  { store }: Workspace,
  { host, port }: { host: string; port: number },
): Promise<string> {
  return firstFree(
    `${host}:${port}`,
    (await readTrunks(store.db)).map(trunk => trunk.name),
  )
}

function firstFree(wanted: string, taken: readonly string[]): string {
  const names = new Set(taken.map(name => name.toLowerCase()))
  if (!names.has(wanted.toLowerCase())) return wanted
  for (let at = 2; ; at += 1) if (!names.has(`${wanted} ${at}`.toLowerCase())) return `${wanted} ${at}`
}

const defaultName = (file: string, at: Date): string =>
  `${basename(file, extname(file))} ${at.toISOString().slice(0, 16).replace('T', ' ')}`
