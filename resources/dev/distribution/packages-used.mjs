import { readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join } from 'node:path'

const imports = /(?:^|[;\s}])(?:import|export)\s*(?:[\w*{}$\s,]+from\s*)?["']([^"'./][^"']*)["']/g
const dynamic = /\bimport\(\s*["']([^"'./][^"']*)["']\s*\)/g
const resolved = /\.resolve\(\s*["']([^"'./][^"']*)["']\s*\)/g
const builtins = new Set([...builtinModules, 'electron'])

/** Names of the packages that built programs load at run time, sorted. @param folder of `.js` files, at any depth */
export const packagesUsed = folder => {
  const files = readdirSync(folder, { recursive: true }).filter(file => file.endsWith('.js'))
  const specifiers = files.flatMap(file => {
    const code = readFileSync(join(folder, file), 'utf8')
    return [imports, dynamic, resolved].flatMap(pattern => [...code.matchAll(pattern)].map(found => found[1]))
  })
  const names = specifiers.filter(name => !name.startsWith('node:')).map(packageOf)
  return [...new Set(names)].filter(name => !builtins.has(name)).sort()
}

const packageOf = specifier =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
