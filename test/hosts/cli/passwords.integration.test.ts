import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startTrunkline, trunkline } from '../start-trunkline.mjs'
import { tempDir } from '../temp-dir.ts'
import { aCarrier } from './a-carrier.ts'
import { aList, answerOf, aRun, expectWholeness } from './a-run.ts'

const credentials = { user: 'desk', password: 'geheim' }
const trunkOf = ({ port }: { readonly port: number }) => `sip:desk:geheim@127.0.0.1:${port}`

test('a password that cannot be kept: nothing is made, nobody is called', async () => {
  const data = tempDir()
  mkdirSync(join(data, 'secrets.json'))
  const carrier = await aCarrier(credentials)
  const said = await trunkline(...aRun({ data, contacts: aList(1), trunk: trunkOf(carrier) }))
  expect([said.code, said.err]).toEqual([
    7,
    expect.stringMatching(/^The trunk’s password cannot be kept: EISDIR.*\. Nobody was called\.\n$/),
  ])
  expect(await expectWholeness(data)).toEqual({ campaigns: [], leads: [], calls: [], contacts: 0 })
  expect(carrier.ledger()).toEqual([])
})

test('a kept password is in no file in the clear, and is used by the next run', async () => {
  const data = tempDir()
  const carrier = await aCarrier(credentials)
  const said = await trunkline(...aRun({ data, contacts: aList(1), trunk: trunkOf(carrier) }))
  expect([said.code, answerOf(said).byResult]).toEqual([0, { busy: 1 }])
  for (const file of ['workspace.db', 'secrets.json', 'logs/trunkline.log'])
    expect(readFileSync(join(data, file), 'latin1')).not.toContain('geheim')
  const again = await trunkline(
    ...aRun({ data, contacts: aList(101), trunk: `sip:desk@127.0.0.1:${carrier.port}` }),
  )
  expect([again.code, answerOf(again).byResult]).toEqual([0, { busy: 1 }])
})

test('passwords that cannot be read any more are said in words, and the workspace still opens', async () => {
  const data = tempDir()
  const carrier = await aCarrier(credentials)
  await trunkline(...aRun({ data, contacts: aList(1), trunk: trunkOf(carrier) }))
  writeFileSync(join(data, 'secrets.json'), 'no JSON')
  const console = await startTrunkline(['console', '--data', data, '--port', '0', '--json'])
  await console.line(/^\{/)
  expect(console.said.err).toBe(
    `The password of the trunk 127.0.0.1:${carrier.port} cannot be read: ${join(data, 'secrets.json')} is damaged. Put it back from a backup, or delete it and enter the passwords again.\n`,
  )
  console.child.kill('SIGTERM')
  expect(await console.ended).toBe(0)
})
