import { join } from 'node:path'
import { expect, test } from 'vitest'
import { workspaceCaps } from '../../../src-main/domain/campaign.ts'
import { writeSetting } from '../../../src-main/store/workspace-settings.ts'
import { anOpenStore } from '../../make/workspace.ts'
import { until } from '../../peers/programs.ts'
import { startTrunkline } from '../start-trunkline.mjs'
import { aCarrier } from './a-carrier.ts'
import { aList, answerOf, aRun, expectWholeness } from './a-run.ts'
import { aSmallDisk, cannotMount } from './small-disk.ts'

test.skipIf(cannotMount())(
  'a disk that fills up in the middle of a campaign stops the dialling in words, and it goes on when there is room',
  async () => {
    const carrier = await aCarrier()
    const disk = aSmallDisk(12)
    const data = disk.folder
    const people = Array.from({ length: 10 }, (_, at) => 8 + at * 100)
    await letItFill(data)
    const run = await startTrunkline(aRun({ data, contacts: aList(...people), trunk: carrier.port }))
    await until('two people were called', () => carrier.ledger().length >= 2, 30_000)

    disk.fill()
    const stopped = await until('it says so', () => /^Dialling stopped\. .*$/m.exec(run.said.err), 20_000)
    expect(stopped[0]).toBe(
      `Dialling stopped. The disk is full. Free some space; dialling goes on by itself. (${data}/workspace.db, SQLITE_FULL)`,
    )
    const { length: called } = carrier.ledger()
    await new Promise(resolve => setTimeout(resolve, 3_000))
    expect(carrier.ledger()).toHaveLength(called)
    expect(run.child.exitCode).toBeNull()

    disk.makeRoom()
    expect(await run.ended).toBe(0)
    expect(run.said.err).toContain('Dialling goes on.')
    expect(run.said.err).not.toMatch(/^\s+at /m)
    expect(answerOf(run.said)).toMatchObject({ contacts: 10, calls: 10, end: { is: 'completed' } })
    expect(carrier.ledger().map(({ number }) => number)).toHaveLength(10)
    expect(new Set(carrier.ledger().map(({ number }) => number)).size).toBe(10)
    const { calls } = await expectWholeness(data)
    expect(calls).toHaveLength(10)
  },
)

/** By its own rule a campaign pauses long before: here the disk itself is to say that it is full. */
async function letItFill(data: string): Promise<void> {
  const store = await anOpenStore(join(data, 'workspace.db'), Date.now())
  const written = await store.write(tx =>
    writeSetting(tx, 'caps', { ...workspaceCaps, freeDiskBytes: 0 }, Date.now()),
  )
  await store.close()
  expect(written.committed).toBe(true)
}
