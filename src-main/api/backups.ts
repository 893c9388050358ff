import { implement } from '@orpc/server'
import { contract } from '../contract/contract.ts'
import { backupDefaults } from '../domain/backup.ts'
import { addAudit } from '../store/audit.ts'
import { readSetting, writeSetting } from '../store/workspace-settings.ts'
import { actor } from './actor.ts'
import { audited } from './audited.ts'
import { mustBeKept } from './kept-upload.ts'
import { mustBeAsOpened } from './must-be-as-opened.ts'
import { refused } from './refuse.ts'
import type { RestoreWish, Services } from './services.ts'

const ANSWER_FIRST_MS = 250

const os = implement(contract.backups).$context<Services>()

export const backups = os.router({
  list: os.list.handler(async ({ context: { backups, db, reopen } }) => ({
    rows: [...(await backups.list())],
    folder: backups.folder,
    underWaySince: backups.underWaySince(),
    settings: (await readSetting(db, 'backups')) ?? backupDefaults,
    defaults: backupDefaults,
    mayRestore: reopen !== null,
  })),

  make: os.make.handler(async ({ context }) => {
    const made = await context.backups.make('hand')
    if ('failed' in made)
      throw refused({
        code: 'backup_failed',
        what: 'The backup was not made.',
        cure: made.failed,
      })
    const entry = { actor, action: 'backup.make', subject: 'workspace', detail: { name: made.name } }
    await context.change(tx => addAudit(tx, entry, context.now()))
    return made
  }),

  remove: os.remove.handler(async ({ input: { name }, context }) => {
    if (!(await context.backups.remove(name))) throw noSuchBackup(name)
    const entry = { actor, action: 'backup.delete', subject: 'workspace', detail: { name } }
    await context.change(tx => addAudit(tx, entry, context.now()))
    return {}
  }),

  setSettings: os.setSettings.handler(async ({ input: { opened, ...settings }, context }) => {
    const now = context.now()
    await context.change(async tx => {
      const before = (await readSetting(tx, 'backups')) ?? backupDefaults
      mustBeAsOpened('settings', before, opened, settings)
      await writeSetting(tx, 'backups', settings, now)
      await audited(tx, { action: 'backup.settings', subject: 'workspace' }, before, settings, now)
    })
    return {}
  }),

  restore: os.restore.handler(async ({ input: { from }, context }) => {
    const { reopen, engine, backups } = context
    if (reopen === null) throw fromCommandLine
    if (engine.activeCalls().length > 0) throw callsUp
    const wish: RestoreWish['from'] =
      'name' in from ? from : { path: (await mustBeKept(context, from.upload)).path }
    if (!(await backups.orderRestore({ from: wish, actor })))
      throw noSuchBackup('name' in wish ? wish.name : 'file')
    await engine.stopAll({ hangUp: false })
    // Whoever asked is answered first.
    setTimeout(reopen, ANSWER_FIRST_MS)
    return {}
  }),
})

const noSuchBackup = (name: string) =>
  refused({
    code: 'no_backup',
    what: `There is no backup ${name}.`,
    cure: 'It may have been deleted meanwhile. Look at the list again.',
  })

const callsUp = refused({
  code: 'calls_up',
  what: 'Calls are up.',
  cure: 'Pause everything and wait until the last call has ended, then restore.',
})

const fromCommandLine = refused({
  code: 'command_line',
  what: 'A workspace that a command has open cannot be restored from here.',
  cure: 'Run trunkline restore once the command has ended.',
})
