import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { activityKinds } from '../../../src-main/domain/activity.ts'
import { campaignMoves } from '../../../src-main/domain/campaign-state.ts'
import { text } from '../../../src-renderer/text/text.ts'

const sources = resolve(import.meta.dirname, '..', '..', '..', 'src-main')

/** Actions as they are written out in the sources; a few are put together. */
const written = readdirSync(sources, { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.ts'))
  .flatMap(file => [...readFileSync(join(sources, file), 'utf8').matchAll(/'([a-z_]+\.[a-z_]+)'/g)])
  .map(([, action = '']) => action)
  .filter(action =>
    Object.values(activityKinds).some(words => words.some(word => action.startsWith(`${word}.`))),
  )
const jobs = ['import', 'export', 'act', 'do_not_call', 'undo'].flatMap(kind =>
  ['start', 'done', 'failed', 'cancelled'].map(end => `${kind}.${end}`),
)

/** Columns and files that are written in the same way. */
const noActions = /\.(id|name|enabled|country|trunk_id|zone|db)$/

test('monitoring.md 4: everything that the activity log can hold has words', () => {
  const known = new Set(Object.keys(text.activity.actions))
  const moves = campaignMoves.map(move => `campaign.${move}`)
  const all = [...new Set([...written, ...jobs, ...moves])].filter(action => !noActions.test(action))
  expect(all.length).toBeGreaterThan(60)
  expect(all.filter(action => !known.has(action))).toEqual([])
})
