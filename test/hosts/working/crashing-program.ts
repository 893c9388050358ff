import { dirname, resolve } from 'node:path'
import { pino } from 'pino'
import type { JobId } from '../../../src-main/domain/ids.ts'
import type { JobInput } from '../../../src-main/domain/job.ts'
import { openJobs } from '../../../src-main/hosts/working/open-jobs.ts'
import { readJob } from '../../../src-main/store/job-records.ts'
import { openStore } from '../../../src-main/store/open-store.ts'
import { mainTurn, newSharedTurn } from '../../../src-main/store/write-turn.ts'

/** A program with the first job of a workspace, which it asks for where there is none; prints how that ended. */
const [file = '', how = ''] = process.argv.slice(2)
const first = 1 as JobId
const shared = newSharedTurn()
const turn = mainTurn(shared)
const store = await openStore({ file, now: Date.now, turn })
if ('refused' in store) throw new Error(store.message)
const desk = await openJobs({
  dataDir: dirname(file),
  workers: { working: resolve(import.meta.dirname, 'odd-thread.ts') } as never,
  store,
  turn,
  shared,
  now: Date.now,
  log: pino({ level: 'silent' }),
  onEnd: () => {},
})
const input: JobInput = {
  is: 'act',
  selection: { contacts: [] },
  action: { do: 'set_field', key: how, value: '5' },
}
if ((await readJob(store.db, first)) === null) await desk.start({ input, actor: 'Ada', title: 'Five tags' })
await desk.ended(first)
const tags = await store.db.selectFrom('tags').select('name').execute()
process.stdout.write(JSON.stringify({ ...(await readJob(store.db, first)), tags: tags.length }))
await desk.close()
await store.close()
