import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { DateTime } from 'luxon'
import type { Logger } from 'pino'
import type { Services } from '../../api/services.ts'
import type { ContactQuery } from '../../domain/contact-filter.ts'
import type { Instant } from '../../domain/ids.ts'
import type { RetentionSettings } from '../../domain/preferences.ts'
import { addAudit } from '../../store/audit.ts'
import { type RetentionRun, readSetting, writeSetting } from '../../store/workspace-settings.ts'
import { addNotice } from '../add-notice.ts'
import { deleteRecordings, deleteTranscripts } from './delete-old.ts'

export interface TidyOptions extends Pick<Services, 'db' | 'change' | 'reads' | 'now' | 'zone'> {
  readonly jobs: Pick<Services['jobs'], 'start' | 'ended'>
  readonly dataDir: string
  readonly log: Logger
  readonly onNotice: () => void
}

export interface Tidy {
  /** At once, whatever the hour. @returns `null` where everything is kept for good */
  run(): Promise<RetentionRun | null>
  stop(): Promise<void>
}

/** The quiet hour by the clock of the workspace, or the next start after it. */
const AT_HOUR = 3
const LOOK_EVERY_MS = 20 * 60_000
const DAY_MS = 86_400_000
const nobody: RetentionRun = {
  at: 0,
  deleted: { recordings: 0, transcripts: 0, contacts: 0 },
  recordingsTo: 0,
  transcriptsTo: 0,
  contactsLeft: 0,
}

/** Deletes every night what is kept no longer. */
export function createTidy(options: TidyOptions): Tidy {
  const { db, now, zone, log } = options
  let work: Promise<unknown> = Promise.resolve()
  const look = async () => {
    const last = (await readSetting(db, 'retention_ran'))?.at ?? 0
    const tonight = DateTime.fromMillis(now(), { zone }).startOf('day').plus({ hours: AT_HOUR }).toMillis()
    if (now() >= tonight && last < tonight) await tidy(options)
  }
  const timer = setInterval(() => {
    work = look().catch(error => log.warn(error, 'What is kept no longer could not be deleted'))
  }, LOOK_EVERY_MS).unref()
  return {
    run: () => tidy(options),
    stop: async () => {
      clearInterval(timer)
      await work
    },
  }
}

async function tidy(options: TidyOptions): Promise<RetentionRun | null> {
  const { db, change, now, dataDir, onNotice } = options
  const settings = await readSetting(db, 'retention')
  if (settings === null || Object.values(settings).every(days => days === null)) return null
  const before = (await readSetting(db, 'retention_ran')) ?? nobody
  const at = now()
  const removeFile = (path: string) => rm(join(dataDir, path), { force: true })
  const { recordingDays, transcriptDays } = settings
  const recordingsTo = limit(recordingDays, at) ?? before.recordingsTo
  const transcriptsTo = limit(transcriptDays, at) ?? before.transcriptsTo
  const recordings =
    recordingDays === null
      ? 0
      : await deleteRecordings(change, { from: before.recordingsTo, to: recordingsTo }, removeFile)
  const transcripts =
    transcriptDays === null
      ? 0
      : await deleteTranscripts(change, { from: before.transcriptsTo, to: transcriptsTo })
  const { contacts, contactsLeft } = await deleteContacts(options, settings, before, at)
  const ran: RetentionRun = {
    at,
    deleted: { recordings, transcripts, contacts },
    recordingsTo: Math.max(recordingsTo, before.recordingsTo),
    transcriptsTo: Math.max(transcriptsTo, before.transcriptsTo),
    contactsLeft,
  }
  const something = recordings + transcripts + contacts > 0
  await change(async tx => {
    await writeSetting(tx, 'retention_ran', ran, at)
    if (!something) return
    await addNotice(tx, noticeOf(ran.deleted), at)
    const entry = {
      actor: 'engine',
      action: 'workspace.retention_ran',
      subject: 'workspace',
      detail: ran.deleted,
    }
    await addAudit(tx, entry, at)
  })
  if (something) onNotice()
  return ran
}

const limit = (days: number | null, now: Instant): Instant | null =>
  days === null ? null : now - days * DAY_MS

/** By the same work as from the table of contacts: it can be looked at in the history, and taken back. */
async function deleteContacts(
  { reads, jobs, now, db }: TidyOptions,
  { contactDays }: RetentionSettings,
  { contactsLeft }: RetentionRun,
  at: Instant,
): Promise<{ readonly contacts: number; readonly contactsLeft: number }> {
  const before = limit(contactDays, at)
  if (before === null) return { contacts: 0, contactsLeft: 0 }
  const query: ContactQuery = {
    scope: { of: 'all' },
    search: '',
    filter: {
      match: 'all',
      of: [
        { field: 'added', op: 'before', value: before },
        { field: 'calls', op: 'at_most', value: 0 },
      ],
    },
  }
  const count = () => reads.ask('count', { query, now: now() })
  const old = await count()
  // Those who must stay, in a campaign at work for one, are not asked for again each night.
  if (old <= contactsLeft) return { contacts: 0, contactsLeft: old }
  const job = await jobs.start({
    input: { is: 'act', selection: { query, except: [] }, action: { do: 'delete' } },
    actor: 'engine',
    title: `Delete contacts never called in ${contactDays} days`,
  })
  await jobs.ended(job)
  const row = await db.selectFrom('jobs').select('result').where('id', '=', job).executeTakeFirst()
  const result = row?.result == null ? null : (JSON.parse(row.result) as { changed?: number })
  return { contacts: result?.changed ?? 0, contactsLeft: await count() }
}

function noticeOf({ recordings, transcripts, contacts }: RetentionRun['deleted']) {
  const parts = [
    said(recordings, 'recording', 'recordings'),
    said(transcripts, 'transcript', 'transcripts'),
    said(contacts, 'contact', 'contacts'),
  ].filter(part => part !== '')
  return {
    kind: 'retention_done',
    level: 'info',
    campaign: null,
    title: `Kept no longer: ${parts.join(', ')} deleted`,
    text: 'As Settings, Retention says. Call records and the do-not-call list stay.',
  } as const
}

const said = (figure: number, one: string, many: string): string =>
  figure === 0 ? '' : `${figure.toLocaleString('en')} ${figure === 1 ? one : many}`
