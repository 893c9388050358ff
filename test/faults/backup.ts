import { parseArgs } from 'node:util'
import { killBackups } from './backup/kill-backups.ts'

/**
 * Kills backups and restores at random moments: the workspace stays whole, is the old one or the new one and says which,
 * and nobody who was called since the backup is called again.
 * `node test/faults/backup.ts [--times 20] [--contacts 2000] [--seed 1] [--json]`
 */
const { values: flags } = parseArgs({
  options: {
    times: { type: 'string', default: '20' },
    contacts: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  },
})
const order = { times: Number(flags.times), contacts: Number(flags.contacts), seed: Number(flags.seed) }
if (Object.values(order).some(value => !Number.isInteger(value) || value < 1))
  throw new Error('--times, --contacts and --seed are whole numbers, at least 1.')
const began = Date.now()
const killed = await killBackups(order, line => {
  if (!flags.json) process.stderr.write(`${line}\n`)
})
const report = { ...killed, ...order, seconds: (Date.now() - began) / 1_000 }
if (flags.json) console.log(JSON.stringify(report))
else console.log(report)
process.exit(killed.faults.length > 0 ? 1 : 0)
