import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { campaignDefaults } from '../../../src-main/domain/campaign.ts'
import { writeBackup } from '../../../src-main/store/backup/write-backup.ts'
import type { Ending } from '../../fakes/sim-dialer.ts'
import { aBench } from '../../make/engine.ts'
import { addLate, aPerson, mondayAtTen, phone } from '../../make/workspace.ts'

export interface History {
  readonly folder: string
  readonly backup: string
  /** Somebody who came after the backup: a restored workspace does not know the name. */
  readonly lateName: string
}

export const noAnswer: Ending = {
  result: 'no_answer',
  sipCode: 480,
  ringsAfterMs: 500,
  ringMs: 5_000,
  talkMs: null,
}

/** A campaign that was backed up in its middle and went on: everybody may be called once a day. */
export async function makeHistory(contacts: number, place: string): Promise<History> {
  const folder = mkdtempSync(join(place, 'trunkline-history-'))
  const bench = await aBench({
    contacts,
    numbers: 10,
    settings: {
      maxRetries: 3,
      attemptsPerDay: 1,
      maxConcurrentCalls: 50,
      rotation: { ...campaignDefaults.rotation, maxCallsPerDay: 1_000, spamThreshold: 9 },
    },
    answer: () => noAnswer,
  })
  const file = bench.store.statements.first<{ file: string }>(
    `SELECT file FROM pragma_database_list WHERE name = 'main'`,
  )?.file as string
  mkdirSync(join(folder, 'backups'))
  const backup = join(folder, 'backups', 'trunkline-2026-11-20T10-00-00-000Z.db')
  await bench.launch(() => bench.dialer.invites.length >= contacts / 4)
  await writeBackup(file, backup)
  const lateName = 'Came later'
  await addLate(
    bench.store,
    bench.campaign,
    [aPerson({ phone: phone(contacts), name: lateName })],
    mondayAtTen,
  )
  await bench.clock.run(() => bench.dialer.invites.length >= contacts / 2)
  bench.dialer.die()
  await bench.store.close()
  copyFileSync(file, join(folder, 'workspace.db'))
  rmSync(dirname(file), { recursive: true, force: true })
  return { folder, backup, lateName }
}
