import { readFileSync } from 'node:fs'
import { readChild, runChild } from './child.mjs'
import { inRoot, root } from './places.mjs'

/** A program of an installed package, started by this very Node rather than by the one in PATH. */
const script = (name, bin) => {
  const { bin: bins } = JSON.parse(readFileSync(inRoot('node_modules', name, 'package.json'), 'utf8'))
  return inRoot('node_modules', name, typeof bins === 'string' ? bins : bins[bin])
}

export const runTool = (name, bin, args, options) =>
  runChild(process.execPath, [script(name, bin), ...args], { cwd: root, ...options })

export const readTool = (name, bin, args, options) =>
  readChild(process.execPath, [script(name, bin), ...args], { cwd: root, ...options })
