import { join } from 'node:path'
import manifest from '../../../package.json' with { type: 'json' }
import type { Instant } from '../../domain/ids.ts'
import type { Notice } from '../../domain/notice.ts'
import { addAudit } from '../../store/audit.ts'
import { leftAside, settleAside } from '../../store/backup/put-aside.ts'
import { type Restored, type RestoreRefusal, restoreWorkspace } from '../../store/backup/restore-workspace.ts'
import { openStore } from '../../store/open-store.ts'
import { takeWorkspaceLock } from '../../store/workspace-lock.ts'
import { addNotice } from '../add-notice.ts'
import { backupName, folderOf, writeManifest } from './backup-folder.ts'
import { forgetOrder, type RestoreOrder, readOrder } from './restore-order.ts'

/** Restores a workspace that no program has open. It says so itself afterwards: in its log and its notifications. */
export async function restoreHere(
  dataDir: string,
  { backup, actor }: RestoreOrder,
  now: Instant,
): Promise<Restored | RestoreRefusal> {
  const keepAs = join(folderOf(dataDir), backupName(now))
  return restoreWorkspace({
    backup,
    file: join(dataDir, 'workspace.db'),
    keepAs,
    now,
    note: async (restored, outcome) => {
      const { carried, kept } = outcome
      if (kept !== null)
        await writeManifest(keepAs, { at: now, by: 'before_restore', version: manifest.version, holds: null })
      await noteIn(restored, now, restoredNotice(outcome), actor, { backup, ...carried, kept })
    },
  })
}

/** Carries out what was ordered before this start, if anything was. Whatever comes of it, the workspace opens then. */
export async function finishRestore(dataDir: string, now: Instant): Promise<void> {
  finishAside(dataDir)
  const order = await readOrder(dataDir)
  if (order === null) return
  const outcome = await restoreHere(dataDir, order, now)
  await forgetOrder(dataDir)
  if (!('refused' in outcome)) return
  const notice = {
    kind: 'backup_failed',
    level: 'problem',
    campaign: null,
    title: 'The backup was not restored',
    text: `${outcome.message} The workspace is as it was.`,
  } as const
  await noteIn(join(dataDir, 'workspace.db'), now, notice, order.actor, {
    backup: order.backup,
    why: outcome.message,
  })
}

/** A restore by command may have been ended as well; whoever has the workspace open has seen to it. */
function finishAside(dataDir: string): void {
  if (leftAside(folderOf(dataDir)).length === 0) return
  const file = join(dataDir, 'workspace.db')
  const lock = takeWorkspaceLock(`${file}.lock`)
  if (lock === null) return
  settleAside(folderOf(dataDir), file)
  lock.release()
}

const recordings = 'A backup holds no recordings: those in the folder of this workspace stay.'

const restoredNotice = ({ carried, wasDamaged }: Restored): Notice => ({
  kind: 'backup_restored',
  level: wasDamaged ? 'problem' : 'info',
  campaign: null,
  title: 'A backup was restored',
  text: wasDamaged
    ? 'The workspace before it was too damaged to tell who was called since the backup. Look at your carrier’s records before you resume a campaign.'
    : `${(carried?.calls ?? 0).toLocaleString('en')} calls and ${(carried?.doNotCall ?? 0).toLocaleString('en')} do-not-call entries since then were kept. Campaigns rest until you resume them. ${recordings}`,
})

async function noteIn(
  file: string,
  now: Instant,
  notice: Notice,
  actor: string,
  detail: Readonly<Record<string, string | number | null>>,
): Promise<void> {
  const store = await openStore({ file, now: () => now })
  // What cannot be opened says so itself at the start that follows.
  if ('refused' in store) return
  const action = notice.kind === 'backup_restored' ? 'backup.restore' : 'backup.not_restored'
  await store.write(async tx => {
    await addNotice(tx, notice, now)
    await addAudit(tx, { actor, action, subject: 'workspace', detail }, now)
  })
  await store.close()
}
