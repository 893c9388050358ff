import type { RateTable } from '../../../src-main/contract/lines.ts'

export type Rate = RateTable['rates'][number]

const micros = 1_000_000
const line =
  /^(?<prefix>\*|\+?\d{1,15})\s+(?<minute>\d+(?:[.,]\d{1,6})?)(?:\s+(?<connect>\d+(?:[.,]\d{1,6})?))?(?:\s+(?<first>\d{1,4})\/(?<step>\d{1,4}))?$/

const toMicros = (amount: string) => Math.round(Number(amount.replace(',', '.')) * micros)

/** `49 0.012 0.05 60/1`: digits after the plus or `*`, a minute, once per call, first and further seconds charged. */
function readLine(written: string): Rate | undefined {
  const found = line.exec(written.trim())?.groups
  if (!found) return undefined
  const { prefix = '', minute = '', connect = '0', first = '60', step = '60' } = found
  const [firstSeconds, stepSeconds] = [Number(first), Number(step)]
  if (firstSeconds < 1 || stepSeconds < 1) return undefined
  return {
    prefix: prefix === '*' ? '' : prefix.replace('+', ''),
    connectMicros: toMicros(connect),
    microsPerMinute: toMicros(minute),
    firstSeconds,
    stepSeconds,
  }
}

/** @returns the rates, or the number of the first line that is none */
export function readRates(
  written: string,
): { readonly is: 'rates'; readonly rates: Rate[] } | { readonly is: 'wrong'; readonly line: number } {
  const rates: Rate[] = []
  for (const [index, one] of written.split('\n').entries()) {
    if (one.trim() === '') continue
    const rate = readLine(one)
    if (!rate) return { is: 'wrong', line: index + 1 }
    rates.push(rate)
  }
  return { is: 'rates', rates }
}

const amount = (value: number) => String(value / micros)

export const writeRates = (rates: readonly Rate[]): string =>
  rates
    .map(({ prefix, microsPerMinute, connectMicros, firstSeconds, stepSeconds }) =>
      [prefix || '*', amount(microsPerMinute), amount(connectMicros), `${firstSeconds}/${stepSeconds}`].join(
        ' ',
      ),
    )
    .join('\n')
