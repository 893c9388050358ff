import { Tooltip } from '@mantine/core'
import {
  IconBell,
  IconChartBar,
  IconClockHour9,
  IconHash,
  IconHistory,
  IconHome,
  IconListDetails,
  IconPhoneCall,
  IconRobot,
  IconServer,
  IconSettings,
  IconShieldCheck,
  IconSpeakerphone,
  IconUsers,
  type TablerIcon,
} from '@tabler/icons-react'
import { Link, type LinkProps } from '@tanstack/react-router'
import { memo } from 'react'
import { useWorkspaceLive } from '../api/live.ts'
import { count } from '../format/number.ts'
import { text } from '../text/text.ts'
import icon from '../theme/icon.svg'
import { StatusGlyph } from '../ui/StatusGlyph.tsx'
import { campaignLooks } from '../ui/status.ts'
import classes from './Sidebar.module.css'
import { SidebarFoot } from './SidebarFoot.tsx'
import { useProfile } from './use-profile.ts'

export function Sidebar() {
  const calls = useWorkspaceLive(live => live?.activeCalls ?? 0)
  const waiting = useWorkspaceLive(live => live?.unread ?? 0)
  const name = useProfile()?.name
  return (
    <nav className={classes.sidebar} aria-label={text.shell.nav}>
      <Link to="/" className={classes.brand} aria-label={name ? `Trunkline, ${name}` : 'Trunkline'}>
        <img src={icon} width={20} height={20} alt="" />
        <span className={classes.workspace}>{name || 'Trunkline'}</span>
      </Link>
      <ul>
        <Entry to="/" icon={IconHome} name={text.shell.home} exact />
        <Entry to="/live" icon={IconPhoneCall} name={text.shell.liveCalls} figure={calls} />
        <Entry to="/notifications" icon={IconBell} name={text.shell.notices} figure={waiting} />
      </ul>
      <h2 className={classes.group}>{text.shell.plan}</h2>
      <ul>
        <Entry to="/campaigns" icon={IconSpeakerphone} name={text.shell.campaigns} />
        <Entry to="/contacts" icon={IconUsers} name={text.shell.contacts} />
        <Entry to="/agents" icon={IconRobot} name={text.shell.agents} />
        <Entry to="/numbers" icon={IconHash} name={text.shell.numbers} />
        <Entry to="/trunks" icon={IconServer} name={text.shell.trunks} />
        <Entry to="/business-hours" icon={IconClockHour9} name={text.shell.businessHours} />
      </ul>
      <h2 className={classes.group}>{text.shell.review}</h2>
      <ul>
        <Entry to="/calls" icon={IconHistory} name={text.shell.calls} />
        <Entry to="/analytics" icon={IconChartBar} name={text.shell.analytics} />
        <Entry to="/compliance" icon={IconShieldCheck} name={text.shell.compliance} />
        <Entry to="/activity" icon={IconListDetails} name={text.shell.activity} />
      </ul>
      <RunningNow />
      <ul className={classes.last}>
        <Entry to="/settings" icon={IconSettings} name={text.shell.settings} />
      </ul>
      <SidebarFoot />
    </nav>
  )
}

interface EntryProps {
  readonly to: LinkProps['to']
  readonly icon: TablerIcon
  readonly name: string
  /** Shown only where it is live or asks for an answer. */
  readonly figure?: number
  readonly exact?: boolean
}

/** Drawn anew only where its own figure changes: some figure does at every moment. */
const Entry = memo(({ to, icon: Icon, name, figure = 0, exact = false }: EntryProps) => (
  <li>
    <Tooltip label={name} position="right" classNames={{ tooltip: classes.narrowOnly ?? '' }}>
      <Link
        to={to as '/'}
        className={classes.entry}
        activeOptions={{ exact, includeSearch: false }}
        activeProps={{ 'aria-current': 'page' }}
      >
        <Icon size={16} stroke={1.6} aria-hidden="true" />
        <span className={classes.name}>{name}</span>
        {figure > 0 && <span className={`${classes.figure} num`}>{count(figure)}</span>}
      </Link>
    </Tooltip>
  </li>
))

function RunningNow() {
  const campaigns = useWorkspaceLive(live => live?.campaigns)?.filter(
    ({ state }) => state === 'running' || state === 'draining',
  )
  if (!campaigns || campaigns.length === 0) return null
  return (
    <>
      <h2 className={classes.group}>{text.shell.runningNow}</h2>
      <ul className={classes.running}>
        {campaigns.map(({ id, name, state, activeCalls }) => (
          <li key={id}>
            <Tooltip label={name} position="right" classNames={{ tooltip: classes.narrowOnly ?? '' }}>
              <Link
                to="/campaigns/$id"
                params={{ id }}
                className={classes.entry}
                activeProps={{ 'aria-current': 'page' }}
              >
                <StatusGlyph {...campaignLooks[state]} />
                <span className={classes.name}>{name}</span>
                <span className="unseen">, {text.words.campaigns[state]}</span>
                <span className={`${classes.figure} num`}>{count(activeCalls)}</span>
              </Link>
            </Tooltip>
          </li>
        ))}
      </ul>
    </>
  )
}
