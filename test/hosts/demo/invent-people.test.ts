import { expect, test } from 'vitest'
import { createDice } from '../../../src-main/engine/forecast/dice.ts'
import { inventPeople } from '../../../src-main/hosts/demo/history/invent-people.ts'
import { aPerson } from '../../make/workspace.ts'

const samples = [
  aPerson({ phone: '+493023125670', name: 'Jana Tiedemann', fields: { city: 'Berlin' } }),
  aPerson({ phone: '+493023125671', name: 'Ben von Adler', fields: { city: 'Berlin' } }),
  aPerson({ phone: '+442079460427', name: 'Aoife Whitfield', fields: { city: 'London' } }),
]
const invented = inventPeople(samples, 1_000, createDice(3))

test('desktop.md §2: everybody has a number of their own, kept free for fiction, that no sample contact has', () => {
  const phones = invented.map(({ phone }) => phone)
  expect(phones).toHaveLength(1_000)
  expect(new Set([...phones, ...samples.map(({ phone }) => phone)]).size).toBe(1_003)
  expect(phones.filter(phone => !/^\+(493023125\d{3}|442079460\d{3})$/.test(phone))).toEqual([])
  // There the practice carrier forces what happens.
  expect(phones.filter(phone => Number(phone.slice(-2)) < 14)).toEqual([])
})

test('names and towns are those of the sample contacts of the same town', () => {
  expect(
    invented.filter(({ phone, fields }) => phone.startsWith('+44') !== (fields.city === 'London')),
  ).toEqual([])
  const names = new Set(invented.map(({ name }) => name))
  expect(names).toEqual(
    new Set(['Jana Tiedemann', 'Jana von Adler', 'Ben Tiedemann', 'Ben von Adler', 'Aoife Whitfield']),
  )
})

test('the same seed invents the same people', () => {
  expect(inventPeople(samples, 50, createDice(9))).toEqual(inventPeople(samples, 50, createDice(9)))
  expect(inventPeople(samples, 50, createDice(9))).not.toEqual(inventPeople(samples, 50, createDice(8)))
})
