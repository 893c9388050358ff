import { IconArrowRight } from '@tabler/icons-react'
import { linkOptions, useNavigate } from '@tanstack/react-router'
import { text } from '../../text/text.ts'
import type { Group } from './entry.ts'

const words = text.shell
const { tabs, title: settings } = text.preferences

const pages = [
  { label: words.home, link: linkOptions({ to: '/' }), keys: ['G', 'H'] },
  { label: words.liveCalls, link: linkOptions({ to: '/live' }), keys: ['G', 'L'] },
  { label: words.notices, link: linkOptions({ to: '/notifications' }) },
  { label: words.campaigns, link: linkOptions({ to: '/campaigns' }), keys: ['G', 'C'] },
  { label: words.contacts, link: linkOptions({ to: '/contacts' }) },
  { label: text.doNotCall.title, link: linkOptions({ to: '/contacts/do-not-call' }) },
  { label: text.contacts.history, link: linkOptions({ to: '/contacts/history' }) },
  { label: words.agents, link: linkOptions({ to: '/agents' }), keys: ['G', 'E'] },
  { label: words.numbers, link: linkOptions({ to: '/numbers' }), keys: ['G', 'N'] },
  { label: words.trunks, link: linkOptions({ to: '/trunks' }), keys: ['G', 'T'] },
  { label: words.businessHours, link: linkOptions({ to: '/business-hours' }) },
  { label: words.calls, link: linkOptions({ to: '/calls' }) },
  { label: words.analytics, link: linkOptions({ to: '/analytics' }), keys: ['G', 'A'] },
  { label: words.compliance, link: linkOptions({ to: '/compliance' }) },
  { label: words.activity, link: linkOptions({ to: '/activity' }) },
] as const

const parts = [
  { label: tabs.workspace, link: linkOptions({ to: '/settings/workspace' }) },
  { label: tabs.notifications, link: linkOptions({ to: '/settings/notifications' }) },
  { label: tabs.backups, link: linkOptions({ to: '/settings/backups' }) },
  { label: tabs.retention, link: linkOptions({ to: '/settings/retention' }) },
  { label: tabs.speech, link: linkOptions({ to: '/settings/speech' }) },
  { label: tabs.configuration, link: linkOptions({ to: '/settings/configuration' }) },
  { label: tabs.appearance, link: linkOptions({ to: '/settings/appearance' }) },
  { label: tabs.logs, link: linkOptions({ to: '/settings/log' }) },
  { label: tabs.about, link: linkOptions({ to: '/settings/about' }) },
] as const

/** Pages, and the parts of the settings. */
export function usePlaces(): { readonly pages: Group; readonly settings: Group } {
  const navigate = useNavigate()
  const icon = <IconArrowRight size={14} />
  return {
    pages: {
      name: words.groups.goTo,
      entries: pages.map(({ label, link, ...shown }) => ({
        id: link.to,
        label,
        icon,
        ...shown,
        onRun: () => void navigate(link),
      })),
    },
    settings: {
      name: settings,
      entries: parts.map(({ label, link }) => ({
        id: link.to,
        label,
        fact: settings,
        icon,
        onRun: () => void navigate(link),
      })),
    },
  }
}
