import { runSeeds } from './run-seeds.ts'

/** A process of its own: runs the seeds from the first to the last in steps, and tells of each on a line of JSON. */
const [first = 1, last = 1, step = 1] = process.argv.slice(2).map(Number)

function* seeds() {
  for (let seed = first; seed <= last; seed += step) yield seed
}

await runSeeds(seeds(), report => void process.stdout.write(`${JSON.stringify(report)}\n`))
