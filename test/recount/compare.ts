import { compareAnalytics } from './compare-analytics.ts'
import { compareCampaigns } from './compare-campaigns.ts'
import { compareFiles } from './compare-files.ts'
import { compareLists } from './compare-lists.ts'
import { compareWorkspace } from './compare-workspace.ts'
import type { Compared } from './compared.ts'
import { type RawRows, readRaw } from './raw-rows.ts'

/** Every figure that the application tells, against the rows as they are at this moment. */
export async function compareAll(desk: Omit<Compared, 'rows'>): Promise<void> {
  const compared = { ...desk, rows: await rowsAtRest(desk) }
  await compareCampaigns(compared)
  await compareWorkspace(compared)
  await compareAnalytics(compared)
  await compareFiles(compared)
  await compareLists(compared)
}

/** Once all that is due at this moment was written: other threads take their turns in real time. */
async function rowsAtRest({ clock, dataDir }: Omit<Compared, 'rows'>): Promise<RawRows> {
  for (let before = ''; ; ) {
    await clock.run(clock.now())
    await new Promise(resolve => setTimeout(resolve, 25))
    const rows = readRaw(dataDir)
    const now = JSON.stringify(rows)
    if (now === before) return rows
    before = now
  }
}
