import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { JobRefused, type JobType, type JobTypes, type JobWork } from '../../../src-main/contacts/job-work.ts'
import { undoBy } from '../../../src-main/contacts/undo.ts'

/** Makes tags, one in each transaction, and is told by the key of its field how to misbehave. */
const act: JobType<'act'> = {
  run: async (work, { action }) => {
    const how = action.do === 'set_field' ? action.key : ''
    const steps = action.do === 'set_field' ? Number(action.value) : 0
    const have = made(work)
    for (let step = have; step < steps; step++) {
      await work.write(sql => sql.run('INSERT INTO tags (name) VALUES (?)', `${work.job}: ${step}`))
      work.tell({ phase: 'Making', done: step + 1, total: steps, mayBeCancelled: true })
      work.mustGoOn()
      if (step < 2) continue
      if (how === 'die' || (how === 'die-once' && !work.goesOn)) process.exit(1)
      if (how === 'abort' || how === 'abort-always' || (how === 'abort-once' && !work.goesOn)) breakOff()
      if (how === 'refuse') throw new JobRefused('The list is gone. Choose another one.')
      if (how === 'bug') throw new TypeError('x is not a function')
      if (how === 'full') await work.write(outOfRoom)
      if (how === 'slow') await pause(5)
      if (how === 'firm') {
        work.tell({ phase: 'Finishing', done: step, total: steps, mayBeCancelled: false })
        while (!existsSync(join(work.dataDir, 'go'))) await pause(5)
      }
    }
    return { is: 'act', changed: steps, unchanged: have, reasons: [] }
  },
  cleanUp: async (work, { action }) => {
    if (action.do === 'set_field' && action.key === 'stuck' && !existsSync(join(work.dataDir, 'go')))
      throw new Error('stuck')
    if (action.do === 'set_field' && action.key === 'abort-always') breakOff()
    await work.write(sql => sql.run('DELETE FROM tags WHERE name LIKE ?', `${work.job}: %`))
  },
  afterCrash: (_work, { action }) =>
    action.do === 'set_field' && action.key === 'no-way-on' ? 'clean_up' : 'go_on',
  undo: {
    mayNot: (file, job) => {
      const kept = file.statements.first('SELECT 1 FROM tags WHERE name = ?', `${job}: kept`)
      return kept === undefined ? null : 'Somebody was called meanwhile.'
    },
    run: async (work, job) => {
      const restored = await work.write(
        sql => sql.run('DELETE FROM tags WHERE name LIKE ?', `${job}: %`).changes,
      )
      return { is: 'undo', restored, kept: 0, why: '' }
    },
  },
}

/** Reads only, as long as there is no file `go`. */
const exported: JobType<'export'> = {
  run: async work => {
    while (!existsSync(join(work.dataDir, 'go'))) {
      work.mustGoOn()
      await pause(5)
    }
    return { is: 'export', rows: 0, bytes: 0, fileName: 'a.csv' }
  },
  cleanUp: async () => {},
  afterCrash: () => 'go_on',
}

const made = (work: JobWork): number => {
  const file = work.openReads()
  const many = file.statements.first<{ many: number }>(
    'SELECT count(*) AS many FROM tags WHERE name LIKE ?',
    `${work.job}: %`,
  )
  file.close()
  return many?.many ?? 0
}

/** The whole program, as a fault in native code does. */
const breakOff = () => process.kill(process.pid, 'SIGKILL')

const outOfRoom = () => {
  throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' })
}

const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))

export const oddDoers: Partial<Omit<JobTypes, 'undo'>> = { act, export: exported }
export const oddJobs: Partial<JobTypes> = { ...oddDoers, undo: undoBy(oddDoers) }
