import type { Selectable } from 'kysely'
import { assertNever } from '../domain/assert-never.ts'
import type { NumberStanding } from '../domain/number-rest.ts'
import type { NumbersTable } from './tables/lines.ts'

export type StandingColumns = Pick<
  Selectable<NumbersTable>,
  'excluded_at' | 'excluded_until' | 'excluded_by' | 'exclusion' | 'probation_at' | 'probation_left'
>

const active: StandingColumns = {
  excluded_at: null,
  excluded_until: null,
  excluded_by: null,
  exclusion: '',
  probation_at: null,
  probation_left: 0,
}

export function toStandingColumns(standing: NumberStanding): StandingColumns {
  switch (standing.is) {
    case 'active':
      return active
    case 'resting': {
      const { since, until, by, why } = standing
      return { ...active, excluded_at: since, excluded_until: until, excluded_by: by, exclusion: why }
    }
    case 'probation':
      return { ...active, probation_at: standing.since, probation_left: standing.left }
    default:
      return assertNever(standing)
  }
}

export function fromStandingColumns(row: StandingColumns): NumberStanding {
  const { excluded_at: since, excluded_until: until, excluded_by: by } = row
  if (since !== null && until !== null && by !== null)
    return { is: 'resting', by, since, until, why: row.exclusion }
  if (row.probation_at === null) return { is: 'active' }
  return { is: 'probation', since: row.probation_at, left: row.probation_left }
}
