import type { Page } from '@playwright/test'
import Database from 'better-sqlite3'

/** At this time so many calls had ended: in the database, or on the page. */
type Reading = readonly [at: number, ended: number]

// Runs in the page, which knows other types than this process: hence text. It notes what is shown when it changes;
// asking the page again and again from here would be most of its work.
const noteShown = new Function(
  'results',
  `
  const shown = window.shown = []
  const note = () => {
    const ended = /([\\d,]+) ended/.exec(results.textContent)?.[1]
    if (ended) shown.push([performance.timeOrigin + performance.now(), Number(ended.replaceAll(',', ''))])
  }
  note()
  new MutationObserver(note).observe(results, { subtree: true, childList: true, characterData: true })
`,
) as (results: unknown) => void

const everyMs = 250
/** A page that shows a figure later than this has lost it. */
const mostMs = 10_000

/**
 * Begins to note what is shown. The result gives, for so long from when it is asked, the ms from when a figure stands in
 * the database until the page shows it, four times a second: what a supervisor would wait.
 */
export async function watchLags(
  page: Page,
  file: string,
): Promise<(forMs: number) => Promise<readonly number[]>> {
  await page.getByRole('region', { name: 'Call results' }).evaluate(noteShown)
  return async forMs => {
    const kept = await readEnded(file, forMs)
    const last = kept.at(-1)?.[1] ?? 0
    await page.waitForFunction(`window.shown.at(-1)[1] >= ${last}`, undefined, {
      timeout: mostMs,
      polling: everyMs,
    })
    const shown = await page.evaluate<Reading[]>('window.shown')
    return kept.map(([at, wanted]) => {
      const seenAt = shown.find(([, figure]) => figure >= wanted)?.[0] ?? Number.POSITIVE_INFINITY
      return Math.max(0, seenAt - at)
    })
  }
}

async function readEnded(file: string, forMs: number): Promise<readonly Reading[]> {
  const db = new Database(file, { readonly: true })
  const ended = db.prepare('SELECT sum(calls) AS calls FROM campaign_hours').pluck()
  const kept: Reading[] = []
  const end = Date.now() + forMs
  while (Date.now() < end) {
    kept.push([Date.now(), Number(ended.get())])
    await new Promise(resolve => setTimeout(resolve, everyMs))
  }
  db.close()
  return kept
}
