import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { basename, join } from 'node:path'

const vagueNames = ['utils', 'util', 'common', 'helpers', 'helper', 'shared', 'misc']
const text = /\.(ts|tsx|mjs|cjs|js|json|css|html|md|xml|cfg|yml|sh)$|^[^.]+$/

/** Names that say nothing, barrels, and places that exist on one machine only. `files`: relative to `root`. */
export const untidiness = (root, files) =>
  files.flatMap(file => [...badName(file), ...badContent(root, file)])

const badName = file => {
  const vague = file.split('/').find(part => vagueNames.includes(part.replace(/\..*$/, '')))
  if (vague) return [`${file}: «${vague}» does not say what is in it`]
  return /^src-.*\/index\.tsx?$/.test(file) ? [`${file}: a barrel`] : []
}

const badContent = (root, file) => {
  if (!text.test(basename(file))) return []
  const content = readFileSync(join(root, file), 'utf8')
  const found = []
  const home = homedir()
  const ownPlaces = [root.replace(/\/$/, ''), ...(home.split('/').length > 2 ? [home] : [])]
  for (const place of ownPlaces)
    if (content.includes(`${place}/`)) found.push(`${file}: names ${place}, a place on this machine only`)
  if (basename(file) === 'package-lock.json' && content.includes('"resolved": "http'))
    found.push(`${file}: names a host`)
  return found
}
