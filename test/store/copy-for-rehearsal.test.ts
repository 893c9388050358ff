import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { SendingFacts } from '../../src-main/engine/ports/dialer.ts'
import { copyDatabase, tameCopy } from '../../src-main/store/copy-for-rehearsal.ts'
import { fromJson } from '../../src-main/store/json.ts'
import { openReadOnly } from '../../src-main/store/read-only-file.ts'
import { addTestCall, readTestCalls } from '../../src-main/store/test-calls.ts'
import { aCampaign, aFolder, anOpenStore, phone } from '../make/workspace.ts'

const mostWrites = 2_000

test('a workspace that is written to all the while is copied as it stood at one moment', async () => {
  const folder = aFolder()
  const store = await anOpenStore(folder.file)
  const { campaign } = await aCampaign(store, { contacts: 3_000 })
  const target = join(folder.file, '..', 'copy.db')
  let writing = true
  let written = 0
  const write = async () => {
    for (let at = 0; writing && at < mostWrites; at++) {
      written = at
      await store.write(
        tx =>
          tx
            .updateTable('campaigns')
            .set({ notes: String(at), changed_at: at })
            .where('id', '=', campaign)
            .execute(),
        'not',
      )
      await new Promise(resolve => setImmediate(resolve))
    }
  }
  const writes = write()
  await copyDatabase(folder.file, target)
  writing = false
  await writes
  expect(written).toBeLessThan(mostWrites - 1)
  const copy = openReadOnly(target)
  const row = copy.statements.first<{ notes: string; at: number }>(
    'SELECT notes, changed_at AS at FROM campaigns',
  )
  expect(row?.notes).toBe(String(row?.at))
  expect(copy.statements.first('SELECT count(*) AS leads FROM leads')).toEqual({ leads: 3_000 })
  copy.close()
  await store.close()
  folder.remove()
})

test('a copied campaign comes to an end, is not recorded, its trunk leads nowhere, and no test call is left to be ended', async () => {
  const folder = aFolder()
  const store = await anOpenStore(folder.file)
  const { campaign } = await aCampaign(store, {
    settings: { keepLive: true, record: true },
    trunk: { host: '192.0.2.1', register: true },
  })
  const facts = { sipCallId: 'x' } as SendingFacts
  await store.write(tx => addTestCall(tx, { subject: 'trunk 1', name: 'Main', to: phone(9), facts }))
  const target = join(folder.file, '..', 'copy.db')
  await copyDatabase(folder.file, target)
  tameCopy(target, campaign)
  const copy = await anOpenStore(target)
  const { settings } = await copy.db.selectFrom('campaigns').select('settings').executeTakeFirstOrThrow()
  expect(fromJson(settings)).toMatchObject({ keepLive: false, record: false })
  const trunk = await copy.db.selectFrom('trunks').select('settings').executeTakeFirstOrThrow()
  expect(fromJson(trunk.settings)).toMatchObject({ host: '127.0.0.1', port: 9, register: false })
  expect(await readTestCalls(copy.db)).toEqual([])
  await copy.close()
  await store.close()
  folder.remove()
})
