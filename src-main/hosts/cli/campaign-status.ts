import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from 'commander'
import type { CampaignState, CampaignStateName } from '../../domain/campaign-state.ts'
import type { CampaignId } from '../../domain/ids.ts'
import { readCampaigns } from '../../store/read-campaigns.ts'
import { readCounts } from '../../store/read-figures.ts'
import { readOnlyDb } from '../../store/read-only-db.ts'
import { openReadOnly } from '../../store/read-only-file.ts'
import { ask } from '../control/ask.ts'
import type { CliHost } from './cli-host.ts'
import { findCampaignIn } from './find-campaign-in.ts'
import { dataOption, jsonOption } from './options.ts'
import { table } from './table.ts'

interface StatusFlags {
  readonly data: string
  readonly json: boolean
}

export const addStatus = (group: Command, host: CliHost): void => {
  group
    .command('status')
    .description('say where campaigns stand and what holds one back, also while they run')
    .argument('[name]', 'of one campaign; all where absent')
    .addOption(dataOption())
    .addOption(jsonOption())
    .action((name: string | undefined, flags: StatusFlags) =>
      name === undefined ? tellAll(host, flags) : tellOne(host, name, flags),
    )
}

interface Standing {
  readonly campaign: string
  readonly state: CampaignStateName
  /** Why it rests, in words; empty where nothing is to be told. */
  readonly why: string
  readonly run: number
  readonly contacts: number
  /** Of them in a final status. */
  readonly finished: number
}

async function tellAll({ print, fail }: CliHost, { data, json }: StatusFlags): Promise<void> {
  const file = join(data, 'workspace.db')
  if (!existsSync(file)) return fail('workspaceUnusable', `There is no workspace in ${data}.`, { json })
  const all = await standings(file)
  if (json) print(JSON.stringify({ campaigns: all }))
  else if (all.length === 0) print('No campaigns yet.')
  else {
    const room = Math.max(...all.map(({ campaign }) => campaign.length))
    const figure = (count: number) => count.toLocaleString('en')
    print(
      table(
        all.map(({ campaign, state, finished, contacts }) => [
          `${campaign.padEnd(room)}  ${state}`,
          `${figure(finished)} of ${figure(contacts)} contacts`,
        ]),
      ),
    )
  }
}

async function tellOne({ print, fail }: CliHost, name: string, { data, json }: StatusFlags): Promise<void> {
  const found = findCampaignIn(data, name)
  if ('ending' in found) return fail(found.ending, found.reason, { json })
  const [standing, asked] = await Promise.all([
    standings(found.file, found.campaign),
    ask(data, 'campaign-now', { campaign: found.campaign }),
  ])
  const [one] = standing
  if (one === undefined) return fail('usage', `“${found.name}” was deleted meanwhile.`, { json })
  if (asked.is === 'refused') return fail('failed', asked.message, { json })
  const counts = await countsOf(found.file, found.campaign)
  const now = asked.is === 'answered' ? asked.value : null
  if (json) return print(JSON.stringify({ ...one, ...counts, engine: now === null ? null : { ...now } }))
  print(`“${one.campaign}” is ${one.state}${one.why && `: ${one.why}`}`)
  for (const [heading, figures] of [
    ['Contacts', counts.byStatus],
    ['Calls', counts.byResult],
  ] as const)
    if (Object.keys(figures).length > 0)
      print(`\n${heading}\n${table(Object.entries(figures).map(([is, n]) => [`  ${words(is)}`, n]))}`)
  if (now === null) return print('\nNothing runs on this workspace, so nobody is called.')
  print(`\nCalls in progress: ${now.activeCalls}`)
  for (const hold of now.holds) print(`Held back: ${hold}`)
}

const words = (name: string): string => name.replaceAll('_', ' ')

/** Newest first; read beside whoever has the workspace open. */
const standings = (file: string, only?: CampaignId): Promise<readonly Standing[]> =>
  reading(file, async db =>
    (await readCampaigns(db, only)).map(({ name, state, run, contacts, finished }) => ({
      campaign: name,
      state: state.is,
      why: whyItRests(state),
      run,
      contacts,
      finished,
    })),
  )

function whyItRests(state: CampaignState): string {
  if (state.is === 'draining') return `calls go on, then it is ${state.towards.is}`
  if (state.is !== 'paused') return ''
  return state.detail || 'by hand'
}

const countsOf = (file: string, campaign: CampaignId) =>
  reading(file, async db => {
    const { leads, calls } = await readCounts(db, campaign)
    return {
      byStatus: summed(leads.map(({ status, leads }) => [status, leads])),
      byResult: summed(calls.map(({ result, calls }) => [result, calls])),
    }
  })

function summed(counts: readonly (readonly [string, number])[]): Readonly<Record<string, number>> {
  const sums: Record<string, number> = {}
  for (const [name, count] of counts) sums[name] = (sums[name] ?? 0) + count
  return sums
}

async function reading<T>(file: string, read: (db: ReturnType<typeof readOnlyDb>) => Promise<T>): Promise<T> {
  const opened = openReadOnly(file)
  try {
    return await read(readOnlyDb(opened))
  } finally {
    opened.close()
  }
}
