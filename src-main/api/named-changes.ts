import type { Kysely } from 'kysely'
import type { ActivityEntry } from '../contract/activity.ts'
import type { AgentVersionId, BusinessHoursId } from '../domain/ids.ts'
import type { Tables } from '../store/tables.ts'

type Change = ActivityEntry['changes'][number]

/** Changes of campaigns that point at other things, with the names of those: `Clara v2` in place of an id. */
export async function namedChanges(
  db: Kysely<Tables>,
  entries: readonly ActivityEntry[],
): Promise<ActivityEntry[]> {
  const idsIn = (part: string) => [
    ...new Set(
      entries.flatMap(({ subject, changes }) =>
        subject.kind === 'campaign'
          ? changes.filter(change => change.part === part).flatMap(({ before, after }) => [before, after])
          : [],
      ),
    ),
  ]
  const names: Readonly<Record<string, ReadonlyMap<unknown, string>>> = {
    agent: await agentNames(db, idsIn('agent').filter(isId) as AgentVersionId[]),
    businessHours: await hoursNames(db, idsIn('businessHours').filter(isId) as BusinessHoursId[]),
  }
  const named = (change: Change): Change => {
    const known = names[change.part]
    if (known === undefined) return change
    const { part, before, after } = change
    return { part, before: known.get(before) ?? before, after: known.get(after) ?? after }
  }
  return entries.map(entry =>
    entry.subject.kind === 'campaign' ? { ...entry, changes: entry.changes.map(named) } : entry,
  )
}

const isId = (value: unknown): value is number => typeof value === 'number'

async function agentNames(db: Kysely<Tables>, ids: readonly AgentVersionId[]) {
  if (ids.length === 0) return new Map<unknown, string>()
  const rows = await db
    .selectFrom('agent_versions')
    .innerJoin('agents', 'agents.id', 'agent_versions.agent_id')
    .select(['agent_versions.id', 'agents.name', 'agent_versions.version'])
    .where('agent_versions.id', 'in', ids)
    .execute()
  return new Map<unknown, string>(rows.map(({ id, name, version }) => [id, `${name} v${version}`]))
}

async function hoursNames(db: Kysely<Tables>, ids: readonly BusinessHoursId[]) {
  if (ids.length === 0) return new Map<unknown, string>()
  const rows = await db.selectFrom('business_hours').select(['id', 'name']).where('id', 'in', ids).execute()
  return new Map<unknown, string>(rows.map(({ id, name }) => [id, name]))
}
