import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { assertNever } from '../domain/assert-never.ts'
import type { ComplianceRule, Profile, RuleContent } from '../domain/compliance/profile.ts'
import type { CallWindow, Weekday } from '../domain/schedule.ts'
import { profileFile, type WrittenProfile, type WrittenRule } from './profile-file.ts'

/** Reads and checks `compliance/*.json` under the folder of resources. A fault throws with file and path. */
export async function readProfiles(resources: string): Promise<readonly Profile[]> {
  const folder = join(resources, 'compliance')
  const names = (await readdir(folder)).filter(name => name.endsWith('.json')).sort()
  const profiles: Profile[] = []
  for (const name of names) {
    const path = join(folder, name)
    profiles.push(...profilesIn(path, await readFile(path, 'utf8')))
  }
  if (profiles.length === 0) throw new Error(`No compliance profile in ${folder}`)
  refuseRepeated(profiles.map(({ id }) => id))
  return profiles
}

export function profilesIn(path: string, text: string): readonly Profile[] {
  const read = profileFile.safeParse(json(path, text))
  if (read.success) return read.data.profiles.map(written => profileOf(written, read.data.version))
  const faults = read.error.issues.map(issue => `${issue.path.join('.') || 'file'}: ${issue.message}`)
  throw new Error(`${path} is no valid compliance file: ${faults.join('; ')}`)
}

function json(path: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new Error(`${path} is no valid JSON`, { cause })
  }
}

const profileOf = (written: WrittenProfile, version: number): Profile => ({
  id: written.id,
  version,
  jurisdiction: written.jurisdiction,
  where: written.countries
    ? { is: 'countries', countries: written.countries, region: written.region ?? null }
    : { is: 'elsewhere' },
  rules: written.rules.map(each => ruleOf(each, written)),
})

const ruleOf = (written: WrittenRule, { id, jurisdiction }: WrittenProfile): ComplianceRule => ({
  ref: {
    id: `${id}/${written.id}`,
    jurisdiction,
    text: written.text,
    citation: written.citation,
    verified: written.verified,
  },
  scope: {
    purposes: written.purposes ?? null,
    voice: written.voice ?? null,
    line: written.line ?? null,
  },
  from: written.from ?? null,
  to: written.to ?? null,
  ...contentOf(written),
})

function contentOf(written: WrittenRule): RuleContent {
  switch (written.is) {
    case 'hours':
      return { is: 'hours', windows: windowsOf(written.open), holidays: written.holidays ?? null }
    case 'attempts':
      return { is: 'attempts', attempts: written.attempts, withinMs: written.within, per: written.per }
    case 'pause':
      return { is: 'pause', after: written.after, forMs: written.for }
    case 'ring':
      return { is: 'ring', seconds: written.seconds }
    case 'consent':
      return { is: 'consent', need: written.need }
    case 'abandonment':
      return { is: 'abandonment', share: written.share, withinMs: written.within }
    case 'duty':
      return { is: 'duty', duty: written.duty }
    default:
      return assertNever(written)
  }
}

function windowsOf(
  open: Extract<WrittenRule, { is: 'hours' }>['open'],
): Partial<Record<Weekday, CallWindow[]>> {
  const windows: Partial<Record<Weekday, CallWindow[]>> = {}
  for (const { days, from, to } of open)
    for (const day of days) windows[day] = [...(windows[day] ?? []), { from, to }]
  return windows
}

function refuseRepeated(ids: readonly string[]): void {
  const repeated = ids.find((each, index) => ids.indexOf(each) !== index)
  if (repeated !== undefined) throw new Error(`Two compliance profiles are called ${repeated}`)
}
