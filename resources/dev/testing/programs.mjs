import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { readChild } from '../child.mjs'
import { say } from '../say.mjs'

/** Programs the tests talk to → Debian's package. */
const packages = {
  chromium: 'chromium',
  sipp: 'sip-tester',
  kamailio: 'kamailio',
  baresip: 'baresip-core',
  flite: 'flite',
}

const folders = () => [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/sbin']
const isThere = program => folders().some(folder => existsSync(join(folder, program)))
const missing = () => Object.keys(packages).filter(program => !isThere(program))

/** Installs what is missing where that is ours to do (root on Debian or Ubuntu); else says what will be left out. */
export const bringPrograms = async () => {
  if (missing().length === 0) return
  if (isDebian() && process.getuid?.() === 0) await aptInstall(missing().map(program => packages[program]))
  const left = missing()
  if (left.length > 0) say(`Not installed: ${left.join(', ')}. Tests that need them are left out.`)
}

const isDebian = () =>
  existsSync('/etc/os-release') && /^ID(_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'))

const aptInstall = async names => {
  say(`Installing ${names.join(', ')} for the tests …`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const options = ['-y', '-qq', '--no-install-recommends']
  for (const args of [
    ['update', '-qq'],
    ['install', ...options, ...names],
  ]) {
    const { code, output } = await readChild('apt-get', args, { env })
    if (code !== 0)
      say(`apt-get ${args[0]} failed (${code}):\n${output.trim().split('\n').slice(-5).join('\n')}`)
  }
}
