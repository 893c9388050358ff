import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { aCampaign, anOpenStore } from '../../make/workspace.ts'
import { startTrunkline, trunkline } from '../start-trunkline.mjs'
import { tempDir } from '../temp-dir.ts'
import { aList, aNumber, answerOf, recordsIn } from './a-run.ts'

/** A console at work on a workspace with one campaign, and nobody in it. */
const aConsole = async () => {
  const data = tempDir()
  const store = await anOpenStore(join(data, 'workspace.db'))
  await aCampaign(store, { name: 'Autumn', people: [] })
  await store.close()
  const console = await startTrunkline(['console', '--data', data, '--port', '0', '--print-url'])
  await console.line(/^\{/)
  return { data, console }
}

const imported = (data: string, file: string, ...more: readonly string[]) =>
  trunkline('import', file, '--data', data, '--json', ...more)

test('contacts §3: a file goes into a campaign of a running console, whose job it is; it goes on running', async () => {
  const { data, console } = await aConsole()
  const file = aList(1, 2, 3)
  writeFileSync(file, `${readFileSync(file, 'utf8')}nonsense,Nobody,\n${aNumber(1)},Twice,\n`)
  const done = await imported(data, file, '--campaign', 'Autumn')
  expect(done.code).toBe(0)
  const answer = answerOf(done)
  expect(answer).toMatchObject({ added: 3, updated: 0, unchanged: 0, duplicates: 1, rejected: 1 })
  expect(readFileSync(answer.rejectedFile, 'utf8')).toContain('nonsense,Nobody')
  expect(recordsIn(data)).toMatchObject({ contacts: 3, leads: [{}, {}, {}] })
  expect(console.child.exitCode).toBeNull()
  expect(readdirSync(join(data, 'uploads'))).toEqual([])

  const nowhere = await imported(data, file, '--campaign', 'Autum')
  expect([nowhere.code, nowhere.err.trim()]).toEqual([
    2,
    `There is no campaign “Autum” in ${data}. The nearest: “Autumn”.`,
  ])

  const again = await imported(data, file, '--list', 'Spring')
  expect(answerOf(again)).toMatchObject({ added: 0, unchanged: 3 })
  const db = new Database(join(data, 'workspace.db'), { readonly: true })
  const lists = db.prepare('SELECT name, contacts FROM lists').all()
  const jobs = db.prepare('SELECT actor, title, state FROM jobs ORDER BY id').all()
  db.close()
  expect(lists).toEqual([{ name: 'Spring', contacts: 3 }])
  expect(jobs).toEqual([
    { actor: 'command line', title: 'people.csv into Autumn', state: 'done' },
    { actor: 'command line', title: 'people.csv into Spring', state: 'done' },
  ])
})

test('Ctrl-C takes an import into a running console back as a whole', async () => {
  const { data } = await aConsole()
  const file = join(tempDir(), 'many.csv')
  const rows = Array.from({ length: 150_000 }, (_, at) => `+49151${20_000_000 + at},Person ${at}`)
  writeFileSync(file, `phone_number,contact_name\n${rows.join('\n')}\n`)
  const command = await startTrunkline(['import', file, '--data', data, '--json'])
  const db = new Database(join(data, 'workspace.db'), { readonly: true })
  const isAtWork = db.prepare("SELECT count(*) FROM jobs WHERE state = 'running'").pluck()
  for (let look = 0; look < 400 && isAtWork.get() === 0; look++)
    await new Promise(resolve => setTimeout(resolve, 25))
  command.child.kill('SIGINT')
  expect(await command.ended).toBe(7)
  expect(answerOf(command.said).error.message).toBe('Cancelled by command line. Nothing of it was kept.')
  expect(db.prepare('SELECT state FROM jobs').pluck().all()).toEqual(['cancelled'])
  db.close()
  expect(recordsIn(data).contacts).toBe(0)
  expect(readdirSync(join(data, 'uploads'))).toEqual([])
})
