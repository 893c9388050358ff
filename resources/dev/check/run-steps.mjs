import { say } from '../say.mjs'
import { steps } from './steps.mjs'

/** Runs all steps, two at a time, prints what failed and resolves with the count. */
export const runSteps = async () => {
  const waiting = Object.entries(steps)
  const count = { passed: 0, failed: 0, skipped: 0, failures: [] }
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [name, step] = next
      const { code, output } = await step()
      count[code === 0 ? 'passed' : 'failed']++
      if (code !== 0) count.failures.push(name)
      say(code === 0 ? `✔ ${name}` : `✘ ${name}\n${output.trim()}\n`)
    }
  }
  await Promise.all([work(), work()])
  return count
}
