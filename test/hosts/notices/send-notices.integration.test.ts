import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pino } from 'pino'
import { expect, test, vi } from 'vitest'
import type { NoticeKind } from '../../../src-main/domain/notice.ts'
import { addNotice } from '../../../src-main/hosts/add-notice.ts'
import { sendNotices } from '../../../src-main/hosts/notices/send-notices.ts'
import { writeSetting } from '../../../src-main/store/workspace-settings.ts'
import { anApi } from '../../make/api.ts'
import { aFolder, anOpenStore, mondayAtTen } from '../../make/workspace.ts'

const api = anApi({ each: true })
const SOON = { timeout: 15_000 }

/** A program of the customer's that answers with these codes in turn, the last one for good. */
async function aReceiver(...codes: readonly number[]) {
  const got: { readonly kind: string; readonly title: string }[] = []
  let asked = 0
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', part => parts.push(part))
    request.on('end', () => {
      const code = codes[Math.min(asked++, codes.length - 1)] ?? 200
      if (code < 300) got.push(JSON.parse(Buffer.concat(parts).toString()))
      response.writeHead(code, code === 302 ? { location: '/elsewhere' } : {}).end()
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/take?key=hidden`
  return { url, got, asked: () => asked, close: () => new Promise(resolve => server.close(resolve)) }
}

const aFailure = { kind: 'job_failed', level: 'warning', campaign: null, text: 'Why.' } as const

const tell = (kind: NoticeKind, title: string, at = api.services.now()) =>
  api.services.change(tx =>
    addNotice(tx, { kind, level: 'warning', campaign: null, title, text: 'Why.' }, at),
  )

test('monitoring.md §4, “optional e-mail or webhook”: off at first; then what happens from now on is posted once, by kind', async () => {
  const receiver = await aReceiver(200)
  const { client } = api
  expect((await client.preferences.get()).hook.url).toBeNull()
  await tell('trunk_held', 'before')
  await client.preferences.setHook({ url: receiver.url, kinds: ['trunk_held'] })
  await tell('trunk_held', 'an old one', api.services.now() - 2 * 3_600_000)
  await tell('trunk_back', 'of another kind')
  await tell('trunk_held', 'first')
  await tell('trunk_held', 'second')
  await vi.waitUntil(() => receiver.got.length >= 2, SOON)
  expect(receiver.got).toEqual(
    ['first', 'second'].map(title => ({
      workspace: '',
      id: expect.any(Number),
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      kind: 'trunk_held',
      level: 'warning',
      title,
      text: 'Why.',
    })),
  )
  // The activity log names the host, and not the rest of the address, which may be a password.
  const { rows } = await client.activity.list({})
  expect(rows[0]?.changes).toContainEqual({
    part: 'address',
    before: null,
    after: new URL(receiver.url).host,
  })
  expect(JSON.stringify(rows)).not.toContain('hidden')
  await receiver.close()
})

test('monitoring.md §4: an address that fails is tried again a few times, then told of once; the next notice is sent again', async () => {
  const receiver = await aReceiver(500, 302, 200, 500, 500, 500, 500, 500, 500, 200)
  const folder = aFolder()
  const store = await anOpenStore(folder.file)
  const told: string[] = []
  await store.write(async tx => {
    await writeSetting(tx, 'notice_hook', { url: receiver.url, kinds: ['job_failed'] }, mondayAtTen)
    for (const title of ['taken at the third try', 'given up', 'given up too', 'taken again'])
      await addNotice(tx, { ...aFailure, title }, mondayAtTen)
  })
  const hook = sendNotices({
    store,
    now: () => mondayAtTen,
    log: pino({ level: 'silent' }),
    tell: ({ text }) => told.push(text),
    everyMs: 10,
    waitsMs: [5, 5],
  })
  await vi.waitUntil(() => receiver.got.length >= 2, SOON)
  expect(receiver.got.map(({ title }) => title)).toEqual(['taken at the third try', 'taken again'])
  expect(told).toEqual([
    'It answered 500. They stay in the list here. Send a test under Settings, Notifications.',
  ])
  await hook.stop()
  await store.close()
  folder.remove()
  await receiver.close()
})

test('monitoring.md §4: an address that is changed gets nothing more, and the new one what happens from then on', async () => {
  const answer = Promise.withResolvers<void>()
  let asked = 0
  const old = createServer((_, response) => {
    asked++
    void answer.promise.then(() => response.writeHead(500).end())
  })
  await new Promise<void>(resolve => old.listen(0, '127.0.0.1', resolve))
  const receiver = await aReceiver(200)
  const folder = aFolder()
  const store = await anOpenStore(folder.file)
  const sendTo = (tx: Parameters<typeof writeSetting>[0], url: string) =>
    writeSetting(tx, 'notice_hook', { url, kinds: ['job_failed'] }, mondayAtTen)
  await store.write(async tx => {
    await sendTo(tx, `http://127.0.0.1:${(old.address() as AddressInfo).port}/`)
    for (const title of ['first', 'second']) await addNotice(tx, { ...aFailure, title }, mondayAtTen)
  })
  const hook = sendNotices({
    store,
    now: () => mondayAtTen,
    log: pino({ level: 'silent' }),
    tell: () => {},
    everyMs: 10,
    waitsMs: [1, 1],
  })
  await vi.waitUntil(() => asked > 0, SOON)
  await store.write(async tx => {
    await sendTo(tx, receiver.url)
    await writeSetting(tx, 'notice_hook_sent', 2, mondayAtTen)
    await addNotice(tx, { ...aFailure, title: 'third' }, mondayAtTen)
  })
  answer.resolve()
  await vi.waitUntil(() => receiver.got.length > 0, SOON)
  await hook.stop()
  expect(receiver.got.map(({ title }) => title)).toEqual(['third'])
  expect(asked).toBe(1)
  await store.close()
  folder.remove()
  await receiver.close()
  await new Promise(resolve => old.close(resolve))
})

test('monitoring.md §4, each once: what cannot be counted, for want of a disk, is not sent', async () => {
  const receiver = await aReceiver(200)
  const folder = aFolder()
  const store = await anOpenStore(folder.file)
  await store.write(async tx => {
    await writeSetting(tx, 'notice_hook', { url: receiver.url, kinds: ['job_failed'] }, mondayAtTen)
    await addNotice(tx, { ...aFailure, title: 'once' }, mondayAtTen)
  })
  let refused = 0
  const failing: typeof store = {
    ...store,
    write: async (work, waits) =>
      refused++ < 3
        ? { committed: false, failure: { reason: 'full', message: 'The disk is full.' } }
        : store.write(work, waits),
  }
  const hook = sendNotices({
    store: failing,
    now: () => mondayAtTen,
    log: pino({ level: 'silent' }),
    tell: () => {},
    everyMs: 1,
  })
  await vi.waitUntil(() => refused > 3 && receiver.got.length > 0, SOON)
  await hook.stop()
  expect(receiver.got).toHaveLength(1)
  await store.close()
  folder.remove()
  await receiver.close()
})

test('a test says whether the address takes it, and what is not http is refused', async () => {
  const { preferences } = api.client
  const receiver = await aReceiver(200, 404)
  expect(await preferences.testHook({ url: receiver.url })).toEqual({ taken: true, text: '' })
  expect(receiver.got).toMatchObject([{ kind: 'test' }])
  expect(await preferences.testHook({ url: receiver.url })).toEqual({
    taken: false,
    text: 'It answered 404.',
  })
  await receiver.close()
  expect(await preferences.testHook({ url: receiver.url })).toMatchObject({ taken: false })
  for (const url of ['file:///etc/passwd', receiver.url.replace('://', '://desk:secret@')])
    await expect(preferences.setHook({ url, kinds: [] }), url).rejects.toThrow()
})
