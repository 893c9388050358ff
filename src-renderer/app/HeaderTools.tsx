import { ActionIcon, Menu, useMantineColorScheme } from '@mantine/core'
import { openSpotlight } from '@mantine/spotlight'
import { IconBell, IconCheck, IconDeviceDesktop, IconMoon, IconSearch, IconSun } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '../api/client.ts'
import { useWorkspaceLive } from '../api/live.ts'
import { text } from '../text/text.ts'
import { Kbd } from '../ui/Kbd.tsx'
import classes from './HeaderTools.module.css'
import { HelpButton } from './HelpButton.tsx'
import { openDialog } from './open.ts'

const commandKey = /Mac/.test(navigator.userAgent) ? '⌘ K' : 'Ctrl K'

/** Search and commands, notifications, theme: at the right end of every header. */
export function HeaderTools() {
  const unread = useWorkspaceLive(live => live?.unread ?? 0)
  return (
    <>
      <button type="button" className={classes.search} onClick={openSpotlight}>
        <IconSearch size={14} aria-hidden="true" />
        <span className={classes.words}>{text.shell.search}</span>
        <Kbd>{commandKey}</Kbd>
      </button>
      <ActionIcon
        component={Link}
        to="/notifications"
        aria-label={text.shell.noticesUnread(unread)}
        className={classes.bell}
        data-unread={unread > 0 || undefined}
      >
        <IconBell size={16} stroke={1.8} />
      </ActionIcon>
      <HelpButton />
      <ThemeMenu />
    </>
  )
}

const icons = { light: IconSun, dark: IconMoon, auto: IconDeviceDesktop } as const

function ThemeMenu() {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const about = useQuery(api.workspace.about.queryOptions({ staleTime: Number.POSITIVE_INFINITY }))
  const Shown = icons[colorScheme]
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={text.shell.theme}>
          <Shown size={16} stroke={1.8} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{text.shell.theme}</Menu.Label>
        {(['light', 'dark', 'auto'] as const).map(scheme => (
          <Menu.Item
            key={scheme}
            rightSection={colorScheme === scheme && <IconCheck size={14} />}
            onClick={() => setColorScheme(scheme)}
          >
            {text.shell.themes[scheme]}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => openDialog('keys')} rightSection={<Kbd>?</Kbd>}>
          {text.shell.keys.title}
        </Menu.Item>
        {about.data && (
          <>
            <Menu.Divider />
            <div className={classes.about}>
              {text.shell.about(about.data.version)}
              <br />
              {text.shell.dataIn(about.data.dataDir)}
            </div>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
