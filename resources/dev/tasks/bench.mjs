import { readdirSync } from 'node:fs'
import { runChild } from '../child.mjs'
import { inRoot, root } from '../places.mjs'
import { say } from '../say.mjs'

/** `npm run bench` runs every script of `test/bench`, `npm run bench -- media --json` one of them with its options. */
export const run = async ([name, ...options]) => {
  const benches = readdirSync(inRoot('test', 'bench'))
    .filter(file => file.endsWith('.ts'))
    .map(file => file.replace(/\.ts$/, ''))
  if (name !== undefined && !benches.includes(name))
    throw new Error(`No bench «${name}»; there are ${benches.join(', ')}.`)
  let worst = 0
  for (const bench of name === undefined ? benches : [name]) {
    say(`── ${bench} ──`)
    const code = await runChild(process.execPath, [inRoot('test', 'bench', `${bench}.ts`), ...options], {
      cwd: root,
    })
    worst = Math.max(worst, code)
  }
  return worst
}
