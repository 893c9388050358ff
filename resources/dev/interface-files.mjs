import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Vite plugin: what the page loads beside its scripts: help in each language, release notes, and the licences of all that is built in. */
export const interfaceFiles = root => ({
  name: 'trunkline:interface-files',
  generateBundle(_options, bundle) {
    const emit = (fileName, source) => this.emitFile({ type: 'asset', fileName, source })
    for (const language of readdirSync(join(root, 'resources', 'help')))
      emit(`help-${language}.json`, JSON.stringify(readArticles(join(root, 'resources', 'help', language))))
    emit('release-notes.md', readFileSync(join(root, 'CHANGELOG.md'), 'utf8'))
    const modules = Object.values(bundle).flatMap(({ moduleIds = [] }) => moduleIds)
    emit('licences.json', JSON.stringify(readLicences(root, modules)))
  },
})

/** In the order of their file names: `03-trunk.md` becomes the third, `trunk`. */
export const readArticles = folder =>
  readdirSync(folder)
    .filter(name => name.endsWith('.md'))
    .sort()
    .map(name => {
      const [title, ...text] = readFileSync(join(folder, name), 'utf8').trim().split('\n')
      if (!title.startsWith('# ')) throw new Error(`${name} does not begin with its title`)
      return {
        id: name.replace(/^\d+-|\.md$/g, ''),
        title: title.slice(2),
        text: text.join('\n').trim(),
      }
    })

/** Packages of the page's scripts, and those that are installed with the program. */
const readLicences = (root, modules) => {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  const installed = Object.entries(packages)
    .filter(([place, { dev, devOptional }]) => place.startsWith('node_modules/') && !dev && !devOptional)
    .map(([place]) => join(root, place))
  const bundled = modules.flatMap(module => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(module)?.[0] ?? [])
  const found = [...new Set([...installed, ...bundled])].flatMap(folder => readLicence(folder) ?? [])
  const once = new Map(found.map(one => [`${one.name} ${one.version}`, one]))
  return [...once.values()].sort((one, other) => one.name.localeCompare(other.name, 'en'))
}

/** Packages for another system are not there. */
const readLicence = folder => {
  const file = join(folder, 'package.json')
  if (!existsSync(file)) return null
  const { name, version, license, licenses } = JSON.parse(readFileSync(file, 'utf8'))
  if (!name || !version) return null
  const terms = readdirSync(folder).find(entry => /^(licen[cs]e|copying)/i.test(entry))
  return {
    name,
    version,
    licence: typeof license === 'string' ? license : (license?.type ?? licenses?.[0]?.type ?? 'unknown'),
    text: terms ? readTerms(join(folder, terms)) : '',
  }
}

/** Some packages keep theirs in a folder. */
const readTerms = path => {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (error.code === 'EISDIR') return ''
    throw error
  }
}
