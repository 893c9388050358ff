#!/usr/bin/env node
// One door for every task: `node resources/dev/run.mjs <task> [arguments]`.
// Plain JavaScript for Node 18 and up, no packages needed: it brings the right Node and the packages itself.
import { readdirSync } from 'node:fs'
import { installPackages } from './install.mjs'
import { isNewEnough, rerunUnderNewerNode } from './newer-node.mjs'
import { endWithParent } from './parent.mjs'
import { say } from './say.mjs'

const tasks = readdirSync(new URL('./tasks/', import.meta.url)).map(file => file.replace(/\.mjs$/, ''))
const [task, ...rest] = process.argv.slice(2)

if (!tasks.includes(task)) {
  say(`Which task? One of: ${tasks.join(', ')}.`)
  process.exit(2)
}

try {
  endWithParent()
  if (!isNewEnough(process.versions.node)) {
    process.exitCode = await rerunUnderNewerNode(process.argv.slice(1))
  } else {
    await installPackages()
    const { run } = await import(`./tasks/${task}.mjs`)
    const code = await run(rest)
    if (code !== undefined) process.exitCode = code
  }
} catch (error) {
  say(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
