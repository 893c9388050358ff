import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createFileSecrets } from '../../../src-main/hosts/secrets/file-secrets.ts'
import { tempDir } from '../temp-dir.ts'

test('a password comes back after a restart and stands nowhere in plain text', async () => {
  const folder = tempDir()
  await createFileSecrets(folder).set('trunk-1', 'rhubarb & custard ✓')
  expect(await createFileSecrets(folder).get('trunk-1')).toBe('rhubarb & custard ✓')
  expect(readFileSync(join(folder, 'secrets.json'), 'utf8')).not.toContain('rhubarb')
})

test('only the owner can read secrets and key', async () => {
  const folder = tempDir()
  await createFileSecrets(folder).set('trunk-1', 'x')
  for (const name of ['secrets.json', 'secrets.key'])
    expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600)
})

test('many changes at once lose none', async () => {
  const secrets = createFileSecrets(tempDir())
  const refs = Array.from({ length: 20 }, (_, index) => `trunk-${index}`)
  await Promise.all(refs.map(ref => secrets.set(ref, `secret of ${ref}`)))
  await secrets.remove('trunk-3')
  const kept = await Promise.all(refs.map(ref => secrets.get(ref)))
  expect(kept).toEqual(refs.map(ref => (ref === 'trunk-3' ? null : `secret of ${ref}`)))
})

test('a value moved under another name, or changed, does not open', async () => {
  const folder = tempDir()
  const secrets = createFileSecrets(folder)
  await secrets.set('trunk-1', 'one')
  const file = join(folder, 'secrets.json')
  const sealed = JSON.parse(readFileSync(file, 'utf8'))
  writeFileSync(file, JSON.stringify({ 'trunk-2': sealed['trunk-1'], 'trunk-3': 'AAAA' }))
  await expect(secrets.get('trunk-2')).rejects.toThrow('does not open')
  await expect(secrets.get('trunk-3')).rejects.toThrow('does not open')
})

test('a damaged file and a lost key are told in words, never read as «no password»', async () => {
  const folder = tempDir()
  await createFileSecrets(folder).set('trunk-1', 'one')
  rmSync(join(folder, 'secrets.key'))
  await expect(createFileSecrets(folder).get('trunk-1')).rejects.toThrow('Enter it again')
  writeFileSync(join(folder, 'secrets.json'), '{"trunk-1": ')
  await expect(createFileSecrets(folder).get('trunk-1')).rejects.toThrow('is damaged')
})
