import { readdirSync } from 'node:fs'
import { runChild } from './child.mjs'
import { inRoot, root } from './places.mjs'
import { say } from './say.mjs'

/**
 * Runs the scripts that lie directly in a folder of `test`, or the one that is named first, with its options.
 * @returns the worst exit code
 */
export const runScripts = async (folder, [name, ...options]) => {
  const names = readdirSync(inRoot('test', folder))
    .filter(file => file.endsWith('.ts'))
    .map(file => file.replace(/\.ts$/, ''))
  if (name !== undefined && !names.includes(name))
    throw new Error(`There is no «${name}»; there are ${names.join(', ')}.`)
  let worst = 0
  for (const script of name === undefined ? names : [name]) {
    say(`── ${script} ──`)
    const code = await runChild(process.execPath, [inRoot('test', folder, `${script}.ts`), ...options], {
      cwd: root,
    })
    worst = Math.max(worst, code)
  }
  return worst
}
