import { readSetting } from '../../store/workspace-settings.ts'
import { refused } from '../refuse.ts'
import type { Services } from '../services.ts'
import type { PartClients } from './part-clients.ts'
import type { Take } from './take.ts'
import type { WrittenWorkspace } from './written-workspace.ts'

/** What holds for the workspace as a whole. Limits are taken over; who it is, and what it deletes, it decides itself. */
export async function importSettings(
  { db }: Services,
  client: PartClients,
  { settings, profilesOff }: WrittenWorkspace,
  take: Take,
): Promise<void> {
  const { profile, caps, backups, notices, retention } = settings
  if (profile)
    await take('settings', 'profile', (await readSetting(db, 'profile')) !== null, () =>
      client.preferences.setProfile(profile),
    )
  if (caps) await take('settings', 'caps', false, () => client.workspace.setCaps(caps))
  if (backups) await take('settings', 'backups', false, () => client.backups.setSettings(backups))
  if (notices) await take('settings', 'notices', false, () => client.preferences.setNotices(notices))
  if (retention)
    await take('settings', 'retention', (await readSetting(db, 'retention')) !== null, async () => {
      if (await keepsPeople(db)) throw wouldDelete
      await client.preferences.setRetention(retention)
    })
  const profiles = await client.compliance.profiles()
  for (const [id, reason] of Object.entries(profilesOff)) {
    const stored = profiles.find(one => one.id === id)
    await take('legal_profile', stored?.jurisdiction ?? id, stored?.off != null, () =>
      client.compliance.switchOff({ profile: id, reason }),
    )
  }
}

const keepsPeople = async (db: Services['db']): Promise<boolean> =>
  (await db.selectFrom('contacts').select('id').limit(1).executeTakeFirst()) !== undefined

const wouldDelete = refused({
  code: 'would_delete',
  what: 'From tonight on it would delete what this workspace keeps.',
  cure: 'Set it in Settings, Retention, where it says what goes.',
})
