import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { onTestFinished } from 'vitest'
import { buildWhenNeeded } from '../../resources/dev/build.mjs'
import { inRoot } from '../../resources/dev/places.mjs'

const built = buildWhenNeeded()

/** Starts the built command line as a process of its own; ends with the test. */
export const startTrunkline = async (args, env = {}) => {
  await built
  const child = spawn(process.execPath, [inRoot('out', 'main', 'cli.js'), ...args], {
    env: { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', text => (said.out += text))
  child.stderr.setEncoding('utf8').on('data', text => (said.err += text))
  const ended = once(child, 'close').then(([code]) => code)
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await ended
  })
  return {
    child,
    said,
    ended,
    /** Resolves when stdout holds a whole line that matches; rejects when the program ends without one. */
    async line(pattern) {
      for (let look = 0; look < 600; look++) {
        const found = said.out
          .split('\n')
          .slice(0, -1)
          .find(text => pattern.test(text))
        if (found !== undefined) return found
        if (child.exitCode !== null) break
        await new Promise(resolve => setTimeout(resolve, 50))
      }
      throw new Error(`no line like ${pattern}; it said:\n${said.out}\n${said.err}`)
    },
  }
}

/** Runs a command to its end. */
export const trunkline = async (...args) => {
  const { said, ended } = await startTrunkline(args)
  return { code: await ended, ...said }
}
