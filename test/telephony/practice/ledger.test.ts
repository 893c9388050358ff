import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { LedgerEntry } from '../../../src-main/telephony/practice/carrier.ts'
import { createLedger } from '../../../src-main/telephony/practice/ledger.ts'
import { openLedgerFile, readLedgerFile } from '../../../src-main/telephony/practice/ledger-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'ledger-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const entry = (facts: Partial<LedgerEntry> = {}): LedgerEntry => ({
  sipCallId: 'a',
  number: '+493012345',
  callerId: '+493099999',
  act: 'busy',
  invitedAt: 1_000,
  rangAt: null,
  answeredAt: null,
  endedAt: null,
  endedBy: null,
  code: null,
  pressed: '',
  heardMs: 0,
  byeConfirmed: false,
  ...facts,
})

describe('the ledger', () => {
  test('counts the attempts of each number', () => {
    const ledger = createLedger(undefined)
    ledger.open(entry())
    ledger.open(entry({ sipCallId: 'b' }))
    expect(ledger.attemptsOf('+493012345')).toBe(2)
    expect(ledger.attemptsOf('+493012346')).toBe(0)
  })

  test('never changes an entry that was handed out', () => {
    const ledger = createLedger(undefined)
    const pen = ledger.open(entry())
    const before = ledger.entries()
    pen.note({ code: 486, endedBy: 'rejected' })
    expect(before[0]?.code).toBeNull()
    expect(ledger.entries()[0]).toEqual(entry({ code: 486, endedBy: 'rejected' }))
  })

  test('on disk gives the last state of each call, also after a kill in the middle of a line', () => {
    const path = join(folder, 'ledger.jsonl')
    const file = openLedgerFile(path)
    const ledger = createLedger(file.append)
    const first = ledger.open(entry())
    ledger.open(entry({ sipCallId: 'b' }))
    first.note({ code: 486, endedBy: 'rejected', endedAt: 2_000 })
    file.close()
    appendFileSync(path, '{"sipCallId":"c","num')
    expect(readLedgerFile(path)).toEqual(ledger.entries())
  })
})
