import { expect, test } from 'vitest'
import type { ListId } from '../../src-main/domain/ids.ts'
import { anApi, ended } from '../make/api.ts'

const api = anApi()
const rows = <R>(sql: string) => api.services.statements.rows<R>(sql)

test('contacts.md 2: a list counts its contacts, is renamed, and leaves them when it goes', async () => {
  const { lists, contacts } = api.client
  const { id } = await lists.save({ name: 'Autumn', notes: 'From the fair' })
  const { id: contact } = await contacts.add({ name: 'Anna', list: id })
  expect(await lists.all()).toMatchObject([{ id, name: 'Autumn', notes: 'From the fair', contacts: 1 }])
  await expect(lists.save({ name: 'AUTUMN' })).rejects.toMatchObject({
    data: { code: 'name_taken', field: 'name' },
  })
  await lists.save({ id, name: 'Autumn leads' })
  await expect(lists.save({ id: 99 as ListId, name: 'Gone' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const removal = await ended(api, await lists.remove({ id }))
  expect(removal).toMatchObject({
    title: 'Remove list “Autumn leads”',
    state: 'done',
    result: { is: 'act', changed: 1 },
    undo: { possible: true },
  })
  expect(await lists.all()).toEqual([])
  await expect(lists.remove({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect(rows(`SELECT id FROM contacts`)).toEqual([{ id: contact }])
  const audit = rows<{ action: string }>(`SELECT action FROM audit WHERE subject LIKE 'list %' ORDER BY id`)
  expect(audit.map(({ action }) => action)).toEqual(['list.create', 'list.edit', 'list.delete'])
})

test('the second of two people who save a segment is refused with what changed', async () => {
  const { segments } = api.client
  const never = { match: 'all', of: [{ field: 'lastCalled', op: 'never', value: 0 }] } as const
  const { id, revision } = await segments.save({ name: 'Fresh', filter: { ...never, of: [...never.of] } })
  await segments.save({ id, revision, name: 'Never called', filter: { ...never, of: [...never.of] } })
  await expect(
    segments.save({ id, revision, name: 'New', filter: { match: 'any', of: [] } }),
  ).rejects.toMatchObject({
    data: {
      code: 'changed_meanwhile',
      revision: 2,
      changed: [
        { field: 'name', theirs: 'Never called', yours: 'New' },
        { field: 'filter', theirs: never, yours: { match: 'any', of: [] } },
      ],
    },
  })
  expect(await segments.all()).toMatchObject([{ id, name: 'Never called', revision: 2 }])
  await segments.remove({ id })
  expect(await segments.all()).toEqual([])
})

test('tags are found by their name whatever its case, most used first', async () => {
  const { tags, contacts } = api.client
  const { id } = await tags.save({ name: 'VIP' })
  expect(await tags.save({ name: 'vip' })).toEqual({ id })
  const other = await tags.save({ name: 'Late' })
  await contacts.add({ name: 'Ben', tags: ['Late'] })
  await expect(tags.save({ id, name: 'late' })).rejects.toMatchObject({ data: { code: 'name_taken' } })
  expect(await tags.all()).toEqual([
    { id: other.id, name: 'Late', contacts: 1 },
    { id, name: 'VIP', contacts: 0 },
  ])
  await ended(api, await tags.remove({ id: other.id }))
  expect(rows('SELECT * FROM contact_tags')).toEqual([])
})
