import type { Transaction } from 'kysely'
import type { TrunkId } from '../domain/ids.ts'
import { fromJsonOrNull } from '../store/json.ts'
import type { Tables } from '../store/tables.ts'
import { notFound, refused } from './refuse.ts'

/** A failover group: trunks that exist, each once, whose calls are counted in one currency. */
export async function checkGroup(tx: Transaction<Tables>, group: readonly TrunkId[]): Promise<void> {
  if (group.length === 0) return
  if (new Set(group).size < group.length)
    throw refused({
      code: 'trunk_twice',
      field: 'trunks',
      what: 'A trunk stands twice in the group.',
      cure: 'Remove one of the two.',
    })
  const rows = await tx
    .selectFrom('trunks')
    .select(['id', 'name', 'rates'])
    .where('id', 'in', group)
    .execute()
  const unknown = group.find(id => !rows.some(row => row.id === id))
  if (unknown !== undefined) throw notFound('trunk', unknown)
  const [first, ...others] = rows.flatMap(({ name, rates }) => {
    const currency = fromJsonOrNull(rates)?.currency
    return currency === undefined ? [] : [{ name, currency }]
  })
  const other = others.find(({ currency }) => currency !== first?.currency)
  if (first === undefined || other === undefined) return
  throw refused({
    code: 'two_currencies',
    field: 'trunks',
    what: `${first.name} is paid in ${first.currency}, ${other.name} in ${other.currency}.`,
    cure: 'Choose trunks with one currency: the budget of a campaign is in one.',
  })
}
