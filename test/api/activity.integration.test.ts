import { expect, test } from 'vitest'
import { aDraft, anApi } from '../make/api.ts'

const api = anApi({ demo: true })

test('monitoring.md 4: the log says who changed what, from what to what, newest first, and is narrowed', async () => {
  const { client } = api
  const draft = await aDraft(api, { name: 'Autumn calls' })
  const { revision } = await client.campaigns.get({ id: draft.id })
  await client.campaigns.update({ id: draft.id, revision, change: { name: 'Winter calls' } })
  const { defaults } = await client.workspace.caps()
  await client.workspace.setCaps({ ...defaults, concurrentCalls: 40 })

  const all = await client.activity.list({})
  expect(all.rows[0]).toMatchObject({
    actor: 'supervisor',
    action: 'workspace.caps',
    subject: { kind: 'workspace', id: null },
    changes: [{ part: 'concurrentCalls', before: defaults.concurrentCalls, after: 40 }],
  })
  expect(all.rows.map(({ id }) => id)).toEqual(all.rows.map(({ id }) => id).toSorted((a, b) => b - a))
  expect(all.actors).toContain('supervisor')

  const ofCampaign = await client.activity.list({ campaign: draft.id })
  expect(ofCampaign.rows[0]).toMatchObject({
    action: 'campaign.edit',
    subject: { kind: 'campaign', id: draft.id, name: 'Winter calls', exists: true },
    changes: [{ part: 'name', before: 'Autumn calls', after: 'Winter calls' }],
  })
  const find = async (input: Parameters<typeof client.activity.list>[0]) =>
    (await client.activity.list(input)).rows.map(({ action }) => action)
  expect(await find({ search: 'winter CALLS' })).toEqual(
    expect.arrayContaining(['campaign.edit', 'campaign.create']),
  )
  expect(await find({ kinds: ['workspace'] })).toEqual(['workspace.caps'])
  expect(await find({ actors: ['nobody'] })).toEqual([])
  expect(await find({ since: Date.now() + 60_000 })).toEqual([])
  const second = await client.activity.list({ offset: 1, limit: 1 })
  expect([second.total, second.rows[0]?.id]).toEqual([all.total, all.rows[1]?.id])
})

test('what was deleted keeps its name in the log, and nothing to be opened', async () => {
  const { client } = api
  const { id } = await aDraft(api, { name: 'Short lived' })
  await client.campaigns.remove({ id, typedName: 'Short lived', eraseCalls: false })
  const { rows } = await client.activity.list({ campaign: id })
  expect(rows[0]).toMatchObject({
    action: 'campaign.delete',
    subject: { name: 'Short lived', exists: false },
  })
})
