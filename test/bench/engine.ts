/**
 * The engine against quality.md section 1: choosing the next contact out of lists of three sizes over 20 zones, the CPU
 * that 500 calls at a time take of it, and a forecast of the largest list. Compared in the same run with one sorted
 * query over all open contacts, as one would write it first.
 * `node test/bench/engine.ts [--json] [--only choose|beat|forecast]`
 */
import { parseArgs } from 'node:util'
import { busyEngine } from './engine/busy-engine.ts'
import { chooseFrom } from './engine/choosing.ts'
import { forecastSeconds } from './engine/forecast-all.ts'

const { values } = parseArgs({ options: { json: { type: 'boolean' }, only: { type: 'string' } } })
const sizes = [1_000, 100_000, 1_000_000] as const
const wants = (part: string) => values.only === undefined || values.only === part
const round = (value: number, digits = 3) => Number(value.toFixed(digits))

const result: Record<string, unknown> = {}
if (wants('choose')) {
  const choosing: Record<string, object> = {}
  for (const size of sizes) choosing[size] = await chooseFrom(size)
  const column = (name: string) =>
    Object.fromEntries(
      Object.entries(choosing).map(([size, figures]) => [
        size,
        round((figures as Record<string, number>)[name] ?? 0),
      ]),
    )
  result.chooseP99Ms = column('p99Ms')
  result.chooseMedianMs = column('medianMs')
  result.claimP99Ms = column('claimP99Ms')
  result.claimMedianMs = column('claimMedianMs')
  result.claimCpuMs = column('cpuMs')
  result.orderByP99Ms = column('orderByP99Ms')
}
if (wants('beat')) {
  const { cpuShare, cpuMsPerCall, calls, mostAtOnce } = await busyEngine()
  Object.assign(result, {
    beatCpuShare: round(cpuShare, 4),
    beatCpuMsPerCall: round(cpuMsPerCall),
    calls,
    mostAtOnce,
  })
}
if (wants('forecast')) result.forecastSeconds = round(await forecastSeconds(1_000_000), 1)

if (values.json) console.log(JSON.stringify(result))
else console.table(result)
