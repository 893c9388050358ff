import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { readSheet } from 'read-excel-file/node'
import { describe, expect, test } from 'vitest'
import { aCampaign, anOpenStore, aPerson } from '../../make/workspace.ts'
import { startTrunkline, trunkline } from '../start-trunkline.mjs'
import { tempDir } from '../temp-dir.ts'
import { answerOf } from './a-run.ts'
import { aSmallDisk, cannotMount } from './small-disk.ts'

const formula = '=HYPERLINK("http://example.test","Zoë")'
const people = [
  aPerson({ name: formula, fields: { city: 'Köln; Nippes', note: 'a "b"\nc' } }, 0),
  aPerson({ name: 'Anna', fields: { city: 'Bonn' } }, 1),
  aPerson({ name: '-2+3', fields: {} }, 2),
]
const campaign = 'Autumn, 2026'

/** Workspace with a campaign and somebody who is in none. */
const aWorkspace = async (data = tempDir(), called = people): Promise<string> => {
  const store = await anOpenStore(join(data, 'workspace.db'))
  await aCampaign(store, { name: campaign, people: called })
  await aCampaign(store, { name: 'Other', people: [aPerson({ name: 'Elsewhere' }, 9)] })
  await store.close()
  return data
}

const exported = (data: string, out: string, ...more: readonly string[]) =>
  trunkline('export', '--data', data, '--out', out, '--json', ...more)
const byHeading = ([heading = [], ...rows]: readonly (readonly unknown[])[]) =>
  rows.map(row => Object.fromEntries(heading.map((name, at) => [String(name), row[at]])))
const said = ({ err }: { readonly err: string }) => err.trim()

describe('contacts.md §4, `trunkline export` writes the contacts of a campaign with all metrics and fields', () => {
  test.each([
    ['csv', ','],
    ['csv-semicolon', ';'],
  ])('%s', async (format, delimiter) => {
    const data = await aWorkspace()
    const out = join(tempDir(), 'contacts.csv')
    const done = await exported(data, out, '--campaign', campaign, '--format', format)
    expect([done.code, answerOf(done)]).toEqual([
      0,
      { job: 1, rows: 3, bytes: readFileSync(out).length, file: out },
    ])
    const rows = byHeading(parse(readFileSync(out), { bom: true, delimiter }) as string[][])
    expect(rows.map(({ contact_name, phone_number }) => [contact_name, phone_number])).toEqual([
      [`'${formula}`, '+493010000000'],
      ['Anna', '+493010000001'],
      ["'-2+3", '+493010000002'],
    ])
    expect(rows[0]).toMatchObject({
      city: 'Köln; Nippes',
      note: 'a "b"\nc',
      status: 'pending',
      attempts: '0',
    })
  })

  test('xlsx: what looks like a formula is a text', async () => {
    const data = await aWorkspace()
    const out = join(tempDir(), 'contacts.xlsx')
    expect((await exported(data, out, '--campaign', campaign, '--format', 'xlsx')).code).toBe(0)
    const rows = byHeading(await readSheet(out))
    expect(rows.map(({ contact_name }) => contact_name)).toEqual([formula, 'Anna', '-2+3'])
    expect(rows[0]).toMatchObject({ city: 'Köln; Nippes', phone_number: '+493010000000', attempts: 0 })
  })

  test('json: values as they are', async () => {
    const data = await aWorkspace()
    const out = join(tempDir(), 'contacts.json')
    expect((await exported(data, out, '--campaign', campaign, '--format', 'json')).code).toBe(0)
    const rows = JSON.parse(readFileSync(out, 'utf8'))
    expect(rows).toHaveLength(3)
    expect(rows[0]).toMatchObject({ contact_name: formula, attempts: 0, do_not_call: false })
  })
})

test('without a campaign the whole contact base is written, and a person reads how much', async () => {
  const data = await aWorkspace()
  const out = join(tempDir(), 'all.csv')
  const done = await trunkline('export', '--data', data, '--out', out)
  expect([done.code, done.out.trim()]).toEqual([0, `4 rows in ${out}`])
  expect(readFileSync(out, 'utf8')).toContain('Elsewhere')
})

test('a running console writes the export, and is not asked to end', async () => {
  const data = await aWorkspace()
  const console = await startTrunkline(['console', '--data', data, '--port', '0', '--print-url'])
  await console.line(/^\{/)
  const out = join(tempDir(), 'contacts.csv')
  const done = await exported(data, out, '--campaign', campaign)
  expect([done.code, answerOf(done).rows]).toEqual([0, 3])
  expect(parse(readFileSync(out), { bom: true })).toHaveLength(4)
  expect(console.child.exitCode).toBeNull()
})

describe('what cannot be written is named, and leaves nothing behind', () => {
  test('a campaign that is not there: with those that are near', async () => {
    const data = await aWorkspace()
    const out = join(tempDir(), 'contacts.csv')
    const done = await exported(data, out, '--campaign', 'Autumn 2026')
    expect([done.code, said(done)]).toEqual([
      2,
      `There is no campaign “Autumn 2026” in ${data}. The nearest: “${campaign}”, “Other”.`,
    ])
    expect(answerOf(done).error.message).toBe(said(done))
    expect(existsSync(out)).toBe(false)
  })

  test('a folder that is not there, before anything is done', async () => {
    const data = await aWorkspace()
    const out = join(tempDir(), 'no', 'such', 'contacts.csv')
    const done = await exported(data, out)
    expect([done.code, said(done)]).toEqual([
      2,
      `There is no folder ${dirname(out)}. Make it, or choose another place.`,
    ])
    expect(existsSync(join(data, 'exports'))).toBe(false)
  })

  test('a folder instead of a file, and a file that exists', async () => {
    const data = await aWorkspace()
    const folder = tempDir()
    mkdirSync(join(folder, 'here'))
    const into = await exported(data, join(folder, 'here'))
    expect([into.code, said(into)]).toEqual([2, `${join(folder, 'here')} is a folder. Name a file in it.`])
    const out = join(folder, 'contacts.csv')
    writeFileSync(out, 'mine')
    const over = await exported(data, out)
    expect([over.code, said(over)]).toEqual([
      2,
      `${out} exists already. Choose another name, or write over it with --force.`,
    ])
    expect(readFileSync(out, 'utf8')).toBe('mine')
    expect((await exported(data, out, '--force')).code).toBe(0)
    expect(readFileSync(out, 'utf8')).toContain('Anna')
  })

  test('a workspace that is not there is not made', async () => {
    const folder = tempDir()
    const done = await exported(join(folder, 'none'), join(folder, 'contacts.csv'))
    expect([done.code, said(done)]).toEqual([5, `There is no workspace in ${join(folder, 'none')}.`])
    expect(readdirSync(folder)).toEqual([])
  })

  test.skipIf(cannotMount())('a full disk: no half of a file stays', async () => {
    const data = await aWorkspace()
    const disk = aSmallDisk(1)
    disk.fill()
    const out = join(disk.folder, 'contacts.csv')
    const done = await exported(data, out)
    expect([done.code, said(done)]).toEqual([
      7,
      `${out} was not written: there is no room on that disk. Free some space and run it again.`,
    ])
    expect(readdirSync(disk.folder)).toEqual(['ballast'])
  })

  test.skipIf(cannotMount())('a disk under the workspace that fills up meanwhile', async () => {
    const disk = aSmallDisk(16)
    const long = 'ä'.repeat(1_000_000)
    const data = await aWorkspace(disk.folder, [
      aPerson({ fields: { long } }),
      aPerson({ fields: { long } }, 1),
    ])
    const reserve = join(data, 'reserve')
    writeFileSync(reserve, Buffer.alloc(1_000_000))
    disk.fill()
    rmSync(reserve)
    const folder = tempDir()
    const done = await exported(data, join(folder, 'contacts.csv'))
    expect([done.code, said(done)]).toEqual([
      7,
      'The disk is full. Free some space and start it again. Nothing of it was kept.',
    ])
    expect([readdirSync(folder), readdirSync(join(data, 'exports'))]).toEqual([[], []])
  })
})
