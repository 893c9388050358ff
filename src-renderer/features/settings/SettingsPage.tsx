import { linkOptions, Outlet, useLocation } from '@tanstack/react-router'
import { text } from '../../text/text.ts'
import { Page } from '../../ui/Page.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import classes from './settings.module.css'

const words = text.preferences

const tabs = [
  { name: words.tabs.workspace, link: linkOptions({ to: '/settings/workspace' }) },
  { name: words.tabs.notifications, link: linkOptions({ to: '/settings/notifications' }) },
  { name: words.tabs.backups, link: linkOptions({ to: '/settings/backups' }) },
  { name: words.tabs.retention, link: linkOptions({ to: '/settings/retention' }) },
  { name: words.tabs.speech, link: linkOptions({ to: '/settings/speech' }) },
  { name: words.tabs.configuration, link: linkOptions({ to: '/settings/configuration' }) },
  { name: words.tabs.appearance, link: linkOptions({ to: '/settings/appearance' }) },
  { name: words.tabs.logs, link: linkOptions({ to: '/settings/log' }) },
  { name: words.tabs.about, link: linkOptions({ to: '/settings/about' }) },
] as const

/** Everything that concerns the workspace as a whole, and how this computer shows it. */
export function SettingsPage() {
  const { pathname } = useLocation()
  return (
    <Page
      title={words.title}
      tabs={
        <Tabs
          label={words.tabs.label}
          tabs={tabs.map(({ name, link }) => ({ name, chosen: pathname === link.to, link }))}
        />
      }
    >
      <div className={classes.column}>
        <Outlet />
      </div>
    </Page>
  )
}
