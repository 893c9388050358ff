import { setTimeout as sleep } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import type { Logger } from 'pino'
import type { Hook } from '../../api/services.ts'
import type { Instant } from '../../domain/ids.ts'
import type { Notice } from '../../domain/notice.ts'
import { hookDefaults } from '../../domain/preferences.ts'
import type { Store } from '../../store/open-store.ts'
import type { Tables } from '../../store/tables.ts'
import { readSetting, writeSetting } from '../../store/workspace-settings.ts'
import { postNotice, type SentNotice } from './post-notice.ts'

export interface SendNoticesOptions {
  readonly store: Store
  readonly now: () => Instant
  readonly log: Logger
  readonly tell: (notice: Notice) => void
  /** How often it is looked for new notices, in ms. */
  readonly everyMs?: number
  /** Between the tries of one notice, in ms; after the last it is given up. */
  readonly waitsMs?: readonly number[]
}

/** What is older is no news: nobody is to be told at night what a restored or played history holds. */
const FRESH_MS = 3_600_000

/** Sends new notices of the chosen kinds to the web address of the workspace, in order, each once at most. */
export function sendNotices({
  store,
  now,
  log,
  tell,
  everyMs = 3_000,
  waitsMs = [5_000, 30_000],
}: SendNoticesOptions): Hook & { stop(): Promise<void> } {
  const { db } = store
  const closing = new AbortController()
  /** The address that nobody need be told of any more. */
  let failing: string | null = null

  const workspaceName = async () => (await readSetting(db, 'profile'))?.name ?? ''
  const isWanted = async (url: string) => (await readSetting(db, 'notice_hook'))?.url === url

  const send = async (url: string, notice: SentNotice): Promise<void> => {
    const workspace = await workspaceName()
    for (const wait of [...waitsMs, null]) {
      const answer = await postNotice(url, workspace, notice, closing.signal)
      if (answer.ok) {
        failing = null
        return
      }
      closing.signal.throwIfAborted()
      log.warn({ notice: notice.id }, `A notice was not taken by the web address. ${answer.text}`)
      if (wait !== null) await sleep(wait, undefined, { signal: closing.signal })
      if (!(await isWanted(url))) return
      if (wait === null && failing !== url) {
        failing = url
        tell(notTaken(answer.text))
      }
    }
  }

  /** The next one, counted before it leaves: a crash rather loses one than sends it twice. */
  const next = async (): Promise<Waiting | null> => {
    if ((await readNext(db, now())) === null) return null
    const counted = await store.write(async tx => {
      // Read anew: an address that was changed or taken away gets nothing more.
      const waiting = await readNext(tx, now())
      if (waiting !== null) await writeSetting(tx, 'notice_hook_sent', waiting.notice.id, now())
      return waiting
    })
    return counted.committed ? counted.value : null
  }

  const look = async (): Promise<void> => {
    for (let waiting = await next(); waiting !== null; waiting = await next())
      await send(waiting.url, waiting.notice)
  }

  const follow = async (): Promise<void> => {
    while (!closing.signal.aborted) {
      await look().catch(error => {
        if (!closing.signal.aborted) log.warn(error, 'Notices could not be sent to the web address')
      })
      await sleep(everyMs, undefined, { signal: closing.signal, ref: false }).catch(() => {})
    }
  }
  const work = follow()

  return {
    test: async url => postNotice(url, await workspaceName(), { ...sample, id: 0, at: now() }),
    stop: async () => {
      closing.abort()
      await work
    },
  }
}

interface Waiting {
  readonly url: string
  readonly notice: SentNotice
}

/** `null`: nothing is to be sent. */
async function readNext(db: Kysely<Tables>, now: Instant): Promise<Waiting | null> {
  const { url, kinds } = (await readSetting(db, 'notice_hook')) ?? hookDefaults
  if (url === null || kinds.length === 0) return null
  const sent = (await readSetting(db, 'notice_hook_sent')) ?? 0
  const notice = await db
    .selectFrom('notices')
    .select(['id', 'at', 'kind', 'level', 'title', 'text'])
    .where('id', '>', sent)
    .where('kind', 'in', kinds)
    .where('at', '>=', now - FRESH_MS)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return notice === undefined ? null : { url, notice }
}

const sample = {
  kind: 'test',
  level: 'info',
  title: 'A test of this web address',
  text: 'Notifications of the kinds that you chose will arrive like this one.',
} as const

const notTaken = (why: string): Notice => ({
  kind: 'hook_failed',
  level: 'warning',
  campaign: null,
  title: 'Notifications do not reach the web address',
  text: `${why} They stay in the list here. Send a test under Settings, Notifications.`,
})
