import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import type { Report } from '../simulation/simulate.ts'

/**
 * Thousands of simulated campaigns by chance, each INVITE and each step judged; `--seed N` replays one that failed and
 * prints what happened in it.
 */
const { values: flags } = parseArgs({
  options: {
    seeds: { type: 'string', default: '200' },
    seed: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
})
const whole = (text: string, name: string): number => {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1) throw new Error(`--${name} is a whole number, at least 1.`)
  return value
}
const only = flags.seed === undefined ? null : whole(flags.seed, 'seed')
const first = only ?? 1
const last = only ?? whole(flags.seeds, 'seeds')
const WORKERS = 2
const began = Date.now()
const say = (line: string) => void process.stderr.write(`${line}\n`)

const reports: Report[] = []
const tell = (report: Report) => {
  reports.push(report)
  if (only !== null) for (const line of report.story) say(line)
  for (const violation of report.violations) say(`seed ${report.seed}: ${violation}`)
  if (reports.length % 100 === 0) say(`${reports.length} of ${last - first + 1} seeds`)
}

/** @returns whether it ran to its end */
async function work(from: number): Promise<boolean> {
  const script = new URL('../simulation/worker.ts', import.meta.url).pathname
  const child = spawn(process.execPath, [script, `${from}`, `${last}`, `${WORKERS}`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<number | null>(resolve => child.once('exit', resolve))
  for await (const line of createInterface({ input: child.stdout })) tell(JSON.parse(line) as Report)
  return (await ended) === 0
}

const workers = Math.min(WORKERS, last - first + 1)
const allRan = await Promise.all(Array.from({ length: workers }, (_, index) => work(first + index)))

const sum = (figure: (report: Report) => number) =>
  reports.reduce((total, report) => total + figure(report), 0)
const summary = {
  seeds: reports.length,
  steps: sum(report => report.steps),
  calls: sum(report => report.calls),
  crashes: sum(report => report.crashes),
  violations: sum(report => report.violations.length),
  failing: reports
    .filter(report => report.violations.length > 0)
    .map(({ seed, violations, story }) => ({ seed, violations, story: story.slice(-20) }))
    .sort((a, b) => a.seed - b.seed),
  seconds: (Date.now() - began) / 1000,
}
if (flags.json) console.log(JSON.stringify(summary))
else {
  console.table({ ...summary, failing: summary.failing.length })
  for (const { seed } of summary.failing) say(`npm run faults -- simulate --seed ${seed}`)
}
process.exit(summary.violations === 0 && allRan.every(Boolean) ? 0 : 1)
