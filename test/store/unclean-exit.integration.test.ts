import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { openStore } from '../../src-main/store/open-store.ts'
import { aFolder, anOpenStore, mondayAtTen } from '../make/workspace.ts'

const source = pathToFileURL(resolve(import.meta.dirname, '../../src-main/store/open-store.ts')).href

/** Another program that opens the workspace, writes, says so, and stays. */
const program = (file: string) => `
  const { openStore } = await import(${JSON.stringify(source)})
  const store = await openStore({ file: ${JSON.stringify(file)}, now: () => 1 })
  await store.write(tx => tx.insertInto('settings').values({ key: 'kept', value: '1', changed_at: 1 }).execute())
  console.log('written')
  setInterval(() => {}, 1000)
`

test('a killed program leaves its commits and no lock behind, and the next one knows', async () => {
  const folder = aFolder()
  const child = spawn(process.execPath, ['--input-type=module', '-e', program(folder.file)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    await once(child.stdout, 'data')
    const second = await openStore({ file: folder.file, now: () => mondayAtTen })
    expect(second).toMatchObject({ refused: 'in_use' })
    child.kill('SIGKILL')
    await once(child, 'exit')
    const store = await anOpenStore(folder.file)
    expect(store.wasUnclean).toBe(true)
    expect(
      await store.db.selectFrom('settings').select('key').where('key', '=', 'kept').execute(),
    ).toHaveLength(1)
    await store.close()
  } finally {
    child.kill('SIGKILL')
    folder.remove()
  }
})
