import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { campaignStateNames, pauseReasons } from '../../../src-main/domain/campaign-state.ts'
import { holdText } from '../../../src-main/domain/hold-text.ts'
import type { Hold } from '../../../src-main/domain/holds/hold.ts'
import type { CampaignId } from '../../../src-main/domain/ids.ts'
import type { Notice } from '../../../src-main/domain/notice.ts'
import {
  completedNotice,
  pausedNotice,
  resumedNotice,
  startedLateNotice,
} from '../../../src-main/domain/pause-notice.ts'
import { calls } from '../../../src-renderer/text/de/told/calls.ts'
import { flow } from '../../../src-renderer/text/de/told/flow.ts'
import { holds } from '../../../src-renderer/text/de/told/holds.ts'
import { jobs } from '../../../src-renderer/text/de/told/jobs.ts'
import { notices } from '../../../src-renderer/text/de/told/notices.ts'
import { refusals } from '../../../src-renderer/text/de/told/refusals.ts'
import { testCall } from '../../../src-renderer/text/de/told/test-call.ts'
import { told } from '../../../src-renderer/text/de/told/told.ts'

const phrases = [...holds, ...notices, ...flow, ...testCall, ...calls, ...jobs, ...refusals]
const engine = resolve(import.meta.dirname, '..', '..', '..', 'src-main')
const sources = readdirSync(engine, { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.ts'))
  .map(file => ({ file: file.replaceAll('\\', '/'), code: readFileSync(join(engine, file), 'utf8') }))

const holes = (text: string) => [...text.matchAll(/\{(\w+)(?::\w+)?\}/g)].map(([, name = '']) => name).sort()
const stays = (sentence: string) => told(sentence) === sentence

const at = Date.UTC(2026, 10, 26, 8)
const when = { until: at, zone: 'Europe/Berlin' }
const never = { until: null }
const store = 'The disk does not write. Check the drive; dialling goes on by itself. (a.db, SQLITE_IOERR)'
const credit = 'EUR 1.20 of credit left; 3 active calls and the next one may cost EUR 2.00'

/** Of each hold all forms that its sentence can have. */
const samples: Readonly<Record<Hold['is'], readonly object[]>> = {
  'not-running': campaignStateNames.map(state => ({ state, ...never })),
  store: [{ why: store, ...never }],
  'no-agent': [never],
  'no-number': [never],
  'numbers-capped': [{ why: 'each of them is at its cap of the day, for 24 h', ...never }],
  'no-trunk': [never],
  'trunk-held': [{ why: 'Süd: 13 of the last 20 calls failed at the trunk; Nord: No trunk', ...never }],
  budget: [{ why: 'EUR 20.00 spent of a budget of EUR 20.00', ...never }],
  balance: [{ why: credit, ...never }],
  disk: [{ why: '12 MiB of disk space are free; it takes 1,024 MiB', ...never }],
  'before-start': [when],
  'outside-hours': [
    { ...when, zones: 1, by: 'call hours' },
    { ...when, zones: 3, by: 'call hours' },
    { ...when, zones: 2, by: 'business hours “Laden”' },
    { ...when, zones: 1, by: 'the hours of Germany, Weihnachten' },
    { ...when, ...never, zones: 1, by: 'call hours' },
  ],
  'nobody-left': [never],
  completion: [when],
  'campaign-full': [{ allowed: 12, ...never }],
  abandonment: [
    {
      allowed: 2,
      figure: '3 of 100 calls answered by people abandoned in 24 hours, 3 % of at most 3 %',
      ...never,
    },
  ],
  'trunk-full': [
    { allowed: 2, trunks: ['Süd'], others: [], ...never },
    { allowed: 2, trunks: ['Süd'], others: ['Nord'], ...never },
    { allowed: 2, trunks: ['Süd', 'West'], others: ['Nord'], ...never },
    { allowed: 2, trunks: ['Süd', 'Nord'], others: [], ...never },
    { allowed: 2, trunks: ['Süd', 'Nord', 'West'], others: [], ...never },
  ],
  'workspace-full': [{ allowed: 300, ...never }],
  interval: [when],
  rate: [when],
  'hourly-cap': [{ allowed: 900, ...when }],
  'retry-later': [when],
  'agreed-time': [when],
  'trunk-refused': [when],
  'peer-silent': [when],
  'cap-later': [when],
  'day-cap': [{ allowed: 3, until: at }],
  'week-cap': [{ allowed: 7, until: at }],
  // A rule of law stays in the words of its profile.
  'law-cap': [],
  'law-pause': [],
  'contact-hours': [
    { ...when, by: 'call hours' },
    { ...when, ...never, by: 'the hours of Germany' },
  ],
  'no-phone': [never],
  forbidden: [{ why: 'a premium-rate number', ...never }],
  'do-not-call': [
    { scope: 'all', ...never },
    { scope: 'campaign', ...never },
  ],
  'no-consent': [
    { need: 'express', ...never },
    { need: 'express_written', ...never },
  ],
  'number-busy': [never],
  'test-only': [never],
  finished: [{ status: 'no_answer', ...never }],
  skipped: [
    { reason: 'duplicate', ...never },
    { reason: 'dnc', ...never },
  ],
  'on-call': [never],
}
const sentences = Object.entries(samples).flatMap(([is, forms]) =>
  forms.map(form => holdText({ is, ...form } as Hold)),
)

test.each(sentences)('desktop.md 4: a hold is told in German: %s', sentence => {
  expect(stays(sentence)).toBe(false)
  expect(told(sentence)).not.toMatch(/\b(the|of|calls?|is|are|for|and|trunk has)\b/)
})

test('desktop.md 4: a wall clock within a sentence is told as everywhere, and its numbers too', () => {
  expect(told('Starts 1999-11-26 09:00 Europe/Berlin')).toMatch(/^Beginnt .*26.*1999 09:00 Berlin$/)
  expect(told('Starts Mon 09:00 Europe/Berlin')).toMatch(/^Beginnt \p{L}+\.? 09:00 Berlin$/u)
  expect(told('3 contacts wait for 1999-11-26 09:00 Europe/Berlin')).toMatch(
    /^3 Kontakte warten auf .*26.*1999 09:00 Berlin$/,
  )
})

const campaign = { id: 7 as CampaignId, name: 'Winter' }
const own = pauseReasons.filter(reason => reason !== 'manual')
const told9: readonly Notice[] = [
  ...own.map(reason => pausedNotice(campaign, reason, 'EUR 20.00 spent of a budget of EUR 20.00')),
  ...own.map(reason => resumedNotice(campaign, reason)),
  completedNotice(campaign),
  startedLateNotice(campaign, '2026-11-26 09:00 Europe/Berlin'),
]

test('monitoring.md 4: every notice of a campaign is told in German, title and text', () =>
  expect(told9.flatMap(({ title, text }) => [title, text]).filter(stays)).toEqual([]))

/** Sentences that are written out whole behind such names. */
const written = (names: string, files: RegExp) =>
  sources
    .filter(({ file }) => files.test(file))
    .flatMap(({ code }) => [...code.matchAll(new RegExp(`\\b(?:${names}):\\s*(['\`])([^'\`]+)\\1`, 'g'))])
    .map(([, , sentence = '']) => sentence.replaceAll(/\$\{[^}]*\}/g, '7'))
    .filter(sentence => / .*[a-z]/.test(sentence) && !/start, 7|\$/.test(sentence))

test.each([
  ['what|cure', /^api\//, 150],
  ['title|text', /(number-notice|recover|watch-clock|restore-here|create-backups|assemble)\.ts$/, 8],
  ['message', /domain\/flow-(check|advice)\.ts$/, 7],
])('desktop.md 4: what the engine writes as %s in %s is told in German', (names, files, least) => {
  const found = [...new Set(written(names, files))]
  expect(found.length).toBeGreaterThan(least)
  expect(found.filter(stays)).toEqual([])
})

test('a phrase carries over each of its values, and none that is not there', () =>
  expect(phrases.filter(([from, to]) => holes(from).join() !== holes(to).join())).toEqual([]))

test('no phrase stands twice', () => {
  const all = phrases.map(([from]) => from)
  expect(all.filter((one, place) => all.indexOf(one) < place)).toEqual([])
})

test('no phrase has words that the engine does not use any more', () => {
  const used = new Set(sources.flatMap(({ code }) => code.match(/\p{L}+/gu) ?? []))
  const words = (phrase: string) => phrase.replaceAll(/\{\w+(?::\w+)?\}/g, '').match(/\p{L}{3,}/gu) ?? []
  expect(phrases.map(([from]) => from).filter(from => !words(from).every(word => used.has(word)))).toEqual([])
})
