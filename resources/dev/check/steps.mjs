import { readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { root } from '../places.mjs'
import { readTool } from '../tool.mjs'
import { layerBreaches } from './layers.mjs'
import { untidiness } from './tidiness.mjs'

const tsc = project => () => readTool('typescript', 'tsc', ['-p', project, '--pretty', 'false'])
const lines = found => ({ code: found.length > 0 ? 1 : 0, output: found.join('\n') })

/** What a change must pass before it is tested; each gives `{ code, output }`. */
export const steps = {
  'format and lint': () =>
    readTool('@biomejs/biome', 'biome', ['check', '--error-on-warnings', '--max-diagnostics=60']),
  types: tsc('.'),
  'types of the domain': tsc('src-main/domain'),
  'types of the interface': tsc('src-renderer'),
  'types of the preload script': tsc('src-main/hosts/desktop/preload'),
  'types of the browser tests': tsc('test/e2e'),
  layers: async () => lines(layerBreaches(root, (await import('vite')).parseSync)),
  tidiness: async () => lines(untidiness(root, ownFiles())),
}

const notOurs = new Set(['node_modules', 'out', 'dist', '.git', 'test-results', 'playwright-report'])

const ownFiles = (folder = root) =>
  readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !notOurs.has(name))
    .flatMap(entry => {
      const path = join(folder, entry.name)
      return entry.isDirectory() ? ownFiles(path) : [relative(root, path).replaceAll('\\', '/')]
    })
