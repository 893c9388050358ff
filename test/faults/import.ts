import { parseArgs } from 'node:util'
import { killImports } from './import/kill-imports.ts'

/**
 * Kills `trunkline import` at random moments and starts it again: an import is whole or absent, and says which.
 * `node test/faults/import.ts [--times 20] [--rows 20000] [--seed 1] [--json]`
 */
const { values: flags } = parseArgs({
  options: {
    times: { type: 'string', default: '20' },
    rows: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  },
})
const order = { times: Number(flags.times), rows: Number(flags.rows), seed: Number(flags.seed) }
if (Object.values(order).some(value => !Number.isInteger(value) || value < 1))
  throw new Error('--times, --rows and --seed are whole numbers, at least 1.')
const began = Date.now()
const killed = await killImports(order, line => {
  if (!flags.json) process.stderr.write(`${line}\n`)
})
const report = { ...killed, ...order, seconds: (Date.now() - began) / 1_000 }
if (flags.json) console.log(JSON.stringify(report))
else console.log(report)
process.exit(killed.faults.length > 0 ? 1 : 0)
