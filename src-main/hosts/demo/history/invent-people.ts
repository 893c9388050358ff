import type { Person } from '../../../contacts/write/add-people.ts'
import type { E164 } from '../../../domain/ids.ts'
import type { Dice } from '../../../engine/ports/dice.ts'
import { mostPracticePeople, practicePeople } from '../../rehearsal/practice-people.ts'

/** Country code and the first digits of the area: what the sample contacts of one town have in common. */
const TOWN_DIGITS = 7

/**
 * So many more people like the sample contacts: names and appointments of theirs mixed anew, town by town, each with a
 * number of their own out of the ranges that are kept free for fiction.
 */
export function inventPeople(samples: readonly Person[], count: number, dice: Dice): readonly Person[] {
  const towns = Map.groupBy(samples, ({ phone }) => phone.slice(0, TOWN_DIGITS))
  const taken = new Set(samples.map(({ phone }) => phone))
  const free = practicePeople(mostPracticePeople).filter(
    ({ phone }) => !taken.has(phone) && towns.has(phone.slice(0, TOWN_DIGITS)),
  )
  return shuffled(free, dice)
    .slice(0, count)
    .map(({ phone }) => {
      const town = towns.get(phone.slice(0, TOWN_DIGITS)) ?? samples
      return inTown(phone, town, dice)
    })
}

function inTown(phone: E164, town: readonly Person[], dice: Dice): Person {
  const anybody = () => town[Math.floor(dice() * town.length)] as Person
  const [first = ''] = anybody().name.split(' ')
  const last = anybody().name.split(' ').slice(1).join(' ')
  const { fields, zone } = anybody()
  return { phone, written: phone, zone, name: `${first} ${last}`, fields }
}

/** Fisher and Yates. */
function shuffled<T>(list: readonly T[], dice: Dice): T[] {
  const order = [...list]
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(dice() * (at + 1))
    ;[order[at], order[other]] = [order[other] as T, order[at] as T]
  }
  return order
}
