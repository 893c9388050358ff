import { implement } from '@orpc/server'
import { contract } from '../contract/contract.ts'
import { noticeDefaults, profileDefaults, retentionDefaults } from '../domain/preferences.ts'
import { readSetting, type WorkspaceSettings, writeSetting } from '../store/workspace-settings.ts'
import { audited } from './audited.ts'
import { refused } from './refuse.ts'
import type { Services } from './services.ts'

const os = implement(contract.preferences).$context<Services>()

export const preferences = os.router({
  get: os.get.handler(async ({ context: { db, zone, atLogin } }) => {
    const [profile, notices, retention, ran] = await Promise.all([
      readSetting(db, 'profile'),
      readSetting(db, 'notices'),
      readSetting(db, 'retention'),
      readSetting(db, 'retention_ran'),
    ])
    const { quiet, desktop } = notices ?? noticeDefaults
    return {
      profile: profile ?? profileDefaults,
      zone,
      notices: { quiet: [...quiet], desktop: [...desktop] },
      retention: retention ?? retentionDefaults,
      lastRetention: ran && { at: ran.at, ...ran.deleted },
      startsAtLogin: (await atLogin?.isOn()) ?? null,
    }
  }),

  setProfile: os.setProfile.handler(({ input, context }) =>
    keep(context, 'profile', input, profileDefaults, 'workspace.profile'),
  ),
  setNotices: os.setNotices.handler(({ input, context }) =>
    keep(context, 'notices', input, noticeDefaults, 'workspace.notices'),
  ),
  setRetention: os.setRetention.handler(({ input, context }) =>
    keep(context, 'retention', input, retentionDefaults, 'workspace.retention'),
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

async function keep<K extends keyof WorkspaceSettings>(
  context: Services,
  key: K,
  value: WorkspaceSettings[K] & object,
  defaults: WorkspaceSettings[K] & object,
  action: string,
): Promise<Record<never, never>> {
  const now = context.now()
  await context.change(async tx => {
    const before = (await readSetting(tx, key)) ?? defaults
    await writeSetting(tx, key, value, now)
    await audited(tx, { action, subject: 'workspace' }, before as object, value, now)
  })
  context.engine.changed()
  return {}
}
