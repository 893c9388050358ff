import { expect, test } from 'vitest'
import { anApi, ended, firstOf } from '../make/api.ts'

const api = anApi({ demo: true })

const anOrder = {
  what: {
    of: 'contacts',
    query: { scope: { of: 'all' }, search: '', filter: null },
    sort: { by: 'name', descending: false },
  },
  format: 'csv',
  columns: null,
  title: 'All contacts',
} as const

test('contacts.md §4: an export is ordered, seen at work, listed with who and when, and can be loaded', async () => {
  const ordered = await api.client.jobs.export(anOrder)
  expect(ordered).toMatchObject({ kind: 'export', title: 'All contacts', actor: 'supervisor' })
  const job = await ended(api, ordered)
  expect(job).toMatchObject({
    state: 'done',
    message: '',
    asked: { is: 'export', order: anOrder },
    files: { export: `/files/${ordered.id}/export`, rejected: null },
    undo: { possible: false, why: 'Work of this kind changes nothing that could be taken back.' },
  })
  const file = await api.app.jobFile(job.id, 'export')
  expect(file?.bytes).toBe(job.result?.is === 'export' ? job.result.bytes : -1)
  expect(await api.app.jobFile(job.id, 'rejected')).toBeNull()
  const { total, rows } = await api.client.jobs.list({ offset: 0, limit: 10, kinds: ['export'] })
  expect([total, rows.map(({ id }) => id)]).toEqual([1, [job.id]])
  expect((await api.client.jobs.list({ offset: 0, limit: 10, kinds: ['import'] })).total).toBe(0)
  expect((await firstOf(await api.client.jobs.live())).map(({ id }) => id)).toEqual([job.id])
})

test('what has ended, or never was, is refused in words', async () => {
  const { id } = await api.client.jobs.export(anOrder)
  await ended(api, { id })
  await expect(api.client.jobs.cancel({ id })).rejects.toMatchObject({ data: { code: 'ended' } })
  await expect(api.client.jobs.undo({ id })).rejects.toMatchObject({ data: { code: 'no_undo' } })
  const none = { id: 999 as typeof id }
  for (const asked of [api.client.jobs.get(none), api.client.jobs.cancel(none), api.client.jobs.undo(none)])
    await expect(asked).rejects.toMatchObject({ data: { what: 'There is no job 999.' } })
})
