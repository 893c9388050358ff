import { implement } from '@orpc/server'
import type { ActivityEntry } from '../contract/activity.ts'
import { contract } from '../contract/contract.ts'
import type { AuditRow } from '../store/read-activity.ts'
import { namedChanges } from './named-changes.ts'
import type { Services } from './services.ts'

const os = implement(contract.activity).$context<Services>()

export const activity = os.router({
  list: os.list.handler(async ({ input, context, signal }) => {
    const { total, rows, actors } = await context.reads.ask('activity', input, { signal })
    return { total, rows: await namedChanges(context.db, rows.map(entryOf)), actors: [...actors] }
  }),
})

type Value = ActivityEntry['changes'][number]['before']

const entryOf = ({ id, at, actor, action, subject, detail, name, exists }: AuditRow): ActivityEntry => {
  const [, kind = subject, subjectId] = /^(.+) (\d+)$/.exec(subject) ?? []
  const noted = JSON.parse(detail) as Readonly<Record<string, Value>>
  const changes = changesIn(noted)
  const known = name ?? (kind === 'workspace' ? undefined : nameIn(noted))
  return {
    id,
    at,
    actor,
    action,
    subject: {
      kind,
      id: subjectId === undefined ? null : Number(subjectId),
      name: known ?? '',
      exists: exists === 1,
    },
    changes,
    notes: notesIn(noted, known),
  }
}

/** Of what is gone. */
const nameIn = ({ name, number }: Readonly<Record<string, Value>>): string | undefined =>
  [name, number].find((value): value is string => typeof value === 'string' && !isChange(value))

/** What `audited` wrote is JSON of [before, after]; a move says where from and where to. */
function changesIn(noted: Readonly<Record<string, Value>>): ActivityEntry['changes'] {
  const parts = Object.entries(noted).flatMap(([part, value]) => {
    const pair = pairOf(value)
    return pair === null ? [] : [{ part, before: pair[0], after: pair[1] }]
  })
  if (noted.from === undefined || noted.to === undefined) return parts
  const part = typeof noted.to === 'number' ? 'score' : 'state'
  return [...parts, { part, before: noted.from, after: noted.to }]
}

function notesIn(noted: Readonly<Record<string, Value>>, name: string | undefined): ActivityEntry['notes'] {
  const isMove = noted.from !== undefined && noted.to !== undefined
  return Object.entries(noted).flatMap(([part, value]) => {
    const isSaid = isMove && (part === 'from' || part === 'to')
    if (isSaid || isChange(value) || value === null || value === '' || value === name) return []
    return [{ name: part, value: typeof value === 'object' ? JSON.stringify(value) : value }]
  })
}

const isChange = (value: Value | undefined): boolean => pairOf(value) !== null

function pairOf(value: Value | undefined): readonly [Value, Value] | null {
  if (typeof value !== 'string' || !value.startsWith('[')) return null
  try {
    const read = JSON.parse(value) as unknown
    return Array.isArray(read) && read.length === 2 ? [read[0], read[1]] : null
  } catch {
    return null
  }
}
