import { implement } from '@orpc/server'
import { contract } from '../contract/contract.ts'
import {
  hookDefaults,
  type NoticeHook,
  noticeDefaults,
  profileDefaults,
  retentionDefaults,
} from '../domain/preferences.ts'
import { readSetting, type WorkspaceSettings, writeSetting } from '../store/workspace-settings.ts'
import { audited } from './audited.ts'
import { mustBeAsOpened } from './must-be-as-opened.ts'
import { refused } from './refuse.ts'
import type { Services } from './services.ts'

const os = implement(contract.preferences).$context<Services>()

export const preferences = os.router({
  get: os.get.handler(async ({ context: { db, zone, atLogin } }) => {
    const [profile, notices, hook, retention, ran] = await Promise.all([
      readSetting(db, 'profile'),
      readSetting(db, 'notices'),
      readSetting(db, 'notice_hook'),
      readSetting(db, 'retention'),
      readSetting(db, 'retention_ran'),
    ])
    const { quiet, desktop } = notices ?? noticeDefaults
    const { url, kinds } = hook ?? hookDefaults
    return {
      profile: profile ?? profileDefaults,
      zone,
      notices: { quiet: [...quiet], desktop: [...desktop] },
      hook: { url, kinds: [...kinds] },
      retention: retention ?? retentionDefaults,
      lastRetention: ran && { at: ran.at, ...ran.deleted },
      startsAtLogin: (await atLogin?.isOn()) ?? null,
    }
  }),

  setProfile: os.setProfile.handler(({ input: { opened, ...value }, context }) =>
    keep(context, 'profile', value, opened, profileDefaults, 'workspace.profile'),
  ),
  setNotices: os.setNotices.handler(({ input: { opened, ...value }, context }) =>
    keep(context, 'notices', value, opened, noticeDefaults, 'workspace.notices'),
  ),
  setHook: os.setHook.handler(async ({ input: { opened, ...hook }, context: { change, now } }) => {
    await change(async tx => {
      const before = (await readSetting(tx, 'notice_hook')) ?? hookDefaults
      mustBeAsOpened('settings', before, opened, hook)
      await writeSetting(tx, 'notice_hook', hook, now())
      await writeSetting(tx, 'notice_hook_sent', await latestNotice(tx), now())
      const entry = { action: 'workspace.notice_hook', subject: 'workspace' }
      await audited(tx, entry, shownInLog(before), shownInLog(hook), now())
    })
    return {}
  }),

  testHook: os.testHook.handler(async ({ input: { url }, context: { hook } }) => {
    const answer = await hook.test(url)
    return { taken: answer.ok, text: answer.ok ? '' : answer.text }
  }),

  setRetention: os.setRetention.handler(({ input: { opened, ...value }, context }) =>
    keep(context, 'retention', value, opened, retentionDefaults, 'workspace.retention'),
  ),

  setStartsAtLogin: os.setStartsAtLogin.handler(async ({ input: { on }, context: { atLogin } }) => {
    if (atLogin === null)
      throw refused({
        code: 'no_login',
        what: 'Only the desktop window can be started at login.',
        cure: 'Start the console as a service of the system instead.',
      })
    await atLogin.turn(on)
    return {}
  }),

  log: os.log.handler(async ({ input: { limit }, context: { log } }) => ({
    file: log.file,
    address: log.address,
    lines: [...(await log.tail(limit))],
  })),
})

/** The path of such an address is often its password. */
const shownInLog = ({ url, kinds }: NoticeHook) => ({
  address: url === null ? null : new URL(url).host,
  kinds,
})

async function latestNotice(db: Services['db']): Promise<number> {
  const { latest } = await db
    .selectFrom('notices')
    .select(({ fn }) => fn.max<number | null>('id').as('latest'))
    .executeTakeFirstOrThrow()
  return latest ?? 0
}

async function keep<K extends keyof WorkspaceSettings>(
  context: Services,
  key: K,
  value: WorkspaceSettings[K] & object,
  opened: object | undefined,
  defaults: WorkspaceSettings[K] & object,
  action: string,
): Promise<Record<never, never>> {
  const now = context.now()
  await context.change(async tx => {
    const before = (await readSetting(tx, key)) ?? defaults
    mustBeAsOpened('settings', before as object, opened, value)
    await writeSetting(tx, key, value, now)
    await audited(tx, { action, subject: 'workspace' }, before as object, value, now)
  })
  context.engine.changed()
  return {}
}
