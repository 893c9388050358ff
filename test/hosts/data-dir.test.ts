import { expect, test } from 'vitest'
import { defaultDataDir } from '../../src-main/hosts/data-dir.ts'

test('a workspace lives where the system keeps a user’s application data', () => {
  expect(defaultDataDir('linux', {}, '/home/ada')).toBe('/home/ada/.local/share/trunkline')
  expect(defaultDataDir('linux', { XDG_DATA_HOME: '/data/ada' }, '/home/ada')).toBe('/data/ada/trunkline')
  expect(defaultDataDir('darwin', {}, '/Users/ada')).toBe('/Users/ada/Library/Application Support/Trunkline')
})

test('a relative XDG_DATA_HOME is ignored, as its specification asks', () =>
  expect(defaultDataDir('linux', { XDG_DATA_HOME: 'data' }, '/home/ada')).toBe(
    '/home/ada/.local/share/trunkline',
  ))
