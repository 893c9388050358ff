import { expect, test } from 'vitest'
import { readRates, writeRates } from '../../../src-renderer/features/trunks/rate-lines.ts'

test('a line is a prefix, a price per minute, one per call, and what is charged at least and in steps', () =>
  expect(readRates('49 0.012 0.05 60/1')).toEqual({
    is: 'rates',
    rates: [
      { prefix: '49', microsPerMinute: 12_000, connectMicros: 50_000, firstSeconds: 60, stepSeconds: 1 },
    ],
  }))

test('a star stands for everywhere else, a comma for the point, and empty lines for nothing', () => {
  const read = readRates('\n* 0,5\n\n')
  expect(read.is === 'rates' && read.rates).toEqual([
    { prefix: '', microsPerMinute: 500_000, connectMicros: 0, firstSeconds: 60, stepSeconds: 60 },
  ])
})

test.each(['49', '49 cheap', '49 0.01 0/1', '49 -1', '49 0.01 0.02 0/6'])('“%s” is told by its line', wrong =>
  expect(readRates(`* 0.1\n${wrong}`)).toEqual({ is: 'wrong', line: 2 }),
)

test('what was written is read as the same rates', () => {
  const read = readRates('49 0.012 0.05 30/6\n* 0.1')
  expect(read.is === 'rates' && readRates(writeRates(read.rates))).toEqual(read)
})
