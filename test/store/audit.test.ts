import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { addAudit, brokenAuditRows } from '../../src-main/store/audit.ts'
import { aFolder, anOpenStore } from '../make/workspace.ts'

const entry = (action: string) => ({
  actor: 'supervisor',
  action,
  subject: 'campaign 1',
  detail: { from: 'draft' },
})

test('the audit log cannot be changed, and a change made past the program shows', async () => {
  const folder = aFolder()
  const store = await anOpenStore(folder.file)
  for (const action of ['launch', 'pause', 'resume']) await store.write(tx => addAudit(tx, entry(action), 1))
  expect(await brokenAuditRows(store.db)).toEqual([])
  await expect(store.write(tx => tx.deleteFrom('audit').execute())).rejects.toThrow('append-only')
  await expect(
    store.write(tx =>
      tx
        .updateTable('audit' as never)
        .set({ actor: 'me' } as never)
        .execute(),
    ),
  ).rejects.toThrow('append-only')
  await store.close()

  const forger = new Database(folder.file)
  forger.exec("DROP TRIGGER audit_never_changes; UPDATE audit SET action = 'nothing' WHERE action = 'pause'")
  forger.close()
  const again = await anOpenStore(folder.file)
  expect(await brokenAuditRows(again.db)).toEqual([2])
  await again.close()
  folder.remove()
})
