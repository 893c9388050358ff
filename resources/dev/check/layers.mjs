// Who may import whom. dependency-cruiser would be the tool of choice, but it reads TypeScript with TypeScript's own API,
// which version 7 does not have yet: it then sees no .ts file at all and passes everything. Until it can, the parser that
// vite brings reads the imports, and this table judges them.
import { readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join, posix } from 'node:path'

/** Folder → folders or files it may import besides itself. The longest folder that fits a file counts. */
const mayImport = {
  'src-main/domain': [],
  'src-main/numbering': ['src-main/domain', 'resources/numbering'],
  'src-main/engine': ['src-main/domain', 'src-main/numbering'],
  'src-main/voice': ['src-main/domain', 'src-main/engine/ports', 'src-main/telephony/media'],
  'src-main/telephony/sip': ['src-main/domain', 'src-main/engine/ports'],
  'src-main/telephony/media': ['src-main/domain', 'src-main/engine/ports'],
  'src-main/telephony/practice': ['src-main/domain', 'src-main/telephony/sip', 'src-main/telephony/media'],
  'src-main/dialer': ['src-main/domain', 'src-main/engine/ports', 'src-main/telephony', 'src-main/voice'],
  'src-main/store': ['src-main/domain', 'src-main/engine/ports', 'src-main/engine/forecast/forecast-rows.ts'],
  'src-main/contacts': ['src-main/domain', 'src-main/numbering', 'src-main/store', 'src-main/engine/ports'],
  'src-main/contract': ['src-main/domain'],
  'src-main/api': ['src-main'],
  'src-main/hosts': ['src-main', 'package.json'],
  'src-renderer': ['src-main/contract'],
}
const mayNotImport = { 'src-main/api': ['src-main/hosts'] }

/** Folder → the only packages it may import. Folders that are not named may import any but the bound ones below. */
const packagesOf = {
  'src-main/domain': ['luxon'],
  'src-main/contract': ['zod', '@orpc/contract'],
}

/** Package → the only folders that may know it. */
const boundPackages = {
  'sip.js': ['src-main/telephony/sip'],
  electron: ['src-main/hosts/desktop'],
  'better-sqlite3': ['src-main/store'],
  kysely: ['src-main/store', 'src-main/api', 'src-main/hosts'],
}

const noBuiltins = ['src-main/domain', 'src-main/contract', 'src-renderer']

/** Every breach as one line; an empty list is good news. `parse` is vite's `parseSync`. */
export const layerBreaches = (root, parse) => {
  const files = ['src-main', 'src-renderer'].flatMap(folder => sourcesUnder(root, folder))
  const imports = new Map(files.map(file => [file, importsOf(root, file, parse)]))
  const breaches = files.flatMap(file => imports.get(file).flatMap(wanted => judge(file, wanted) ?? []))
  return [...breaches, ...cycles(imports)]
}

const sourcesUnder = (root, folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map(entry =>
      posix.join(entry.parentPath.slice(root.length).replaceAll('\\', '/').replace(/^\//, ''), entry.name),
    )
    .sort()

const importsOf = (root, file, parse) => {
  const text = readFileSync(join(root, file), 'utf8')
  const { staticImports, staticExports } = parse(file, text).module
  const called = [...text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]/g)].map(([, name]) => name)
  const exported = staticExports.flatMap(({ entries }) =>
    entries.flatMap(entry => entry.moduleRequest?.value ?? []),
  )
  const names = [...staticImports.map(found => found.moduleRequest.value), ...exported, ...called]
  return [...new Set(names)].map(name => resolve(file, name.replace(/\?.*$/, '')))
}

const resolve = (file, name) =>
  name.startsWith('.')
    ? { is: 'file', path: posix.join(posix.dirname(file), name) }
    : {
        is: 'package',
        name: name.startsWith('@') ? name.split('/').slice(0, 2).join('/') : name.split('/')[0],
      }

const judge = (file, wanted) =>
  wanted.is === 'file' ? judgeFile(file, wanted.path) : judgePackage(file, wanted.name)

const judgeFile = (file, path) => {
  const zone = zoneOf(file, mayImport)
  if (!zone) return `${file}: lies in no known layer`
  const feature = /^src-renderer\/features\/[^/]+\//
  const own = feature.exec(file)?.[0]
  if (own && feature.test(path) && !path.startsWith(own))
    return `${file} imports ${path}: no feature imports another`
  const allowed = [zone, ...mayImport[zone]].some(place => isIn(path, place))
  const refused = (mayNotImport[zone] ?? []).some(place => isIn(path, place))
  return allowed && !refused
    ? undefined
    : `${file} imports ${path}: ${zone} may import ${list(mayImport[zone])}`
}

const judgePackage = (file, name) => {
  const homes = boundPackages[name]
  if (homes && !homes.some(home => isIn(file, home)))
    return `${file} imports ${name}: only ${list(homes)} may`
  const zone = zoneOf(file, packagesOf)
  const builtin = name.startsWith('node:') || builtinModules.includes(name)
  if (builtin && noBuiltins.some(place => isIn(file, place))) return `${file} imports ${name}: no Node here`
  if (zone && !packagesOf[zone].includes(name))
    return `${file} imports ${name}: ${zone} may use ${list(packagesOf[zone])}`
}

const isIn = (path, place) => path === place || path.startsWith(`${place}/`)
const list = places => (places.length > 0 ? places.join(', ') : 'nothing else')
const zoneOf = (file, table) =>
  Object.keys(table)
    .filter(place => isIn(file, place))
    .sort((a, b) => b.length - a.length)[0]

/** Depth first; each circle is told once, from the file where it was closed. */
const cycles = imports => {
  const done = new Set()
  const found = []
  const walk = (file, way) => {
    if (way.includes(file))
      return found.push(`circle: ${[...way.slice(way.indexOf(file)), file].join(' → ')}`)
    if (done.has(file) || !imports.has(file)) return
    for (const wanted of imports.get(file)) if (wanted.is === 'file') walk(wanted.path, [...way, file])
    done.add(file)
  }
  for (const file of imports.keys()) walk(file, [])
  return found
}
