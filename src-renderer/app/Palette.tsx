import { Spotlight, type SpotlightActionData, type SpotlightActionGroupData } from '@mantine/spotlight'
import { IconArrowRight, IconPlayerPause, IconPlayerPlay, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../api/client.ts'
import { text } from '../text/text.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { Kbd } from '../ui/Kbd.tsx'
import { useStartMove } from '../ui/moves/use-move.ts'
import { StatusGlyph } from '../ui/StatusGlyph.tsx'
import { campaignLooks } from '../ui/status.ts'
import { openDialog } from './open.ts'
import classes from './Palette.module.css'

const words = text.shell
const mostShown = 12

const keys = (...names: string[]) => (
  <span className={classes.keys}>
    {names.map(name => (
      <Kbd key={name}>{name}</Kbd>
    ))}
  </span>
)

/** Acts on things by their name and says what it will do before Enter. */
function useActions(opened: boolean): SpotlightActionGroupData[] {
  const navigate = useNavigate()
  const startMove = useStartMove()
  const campaigns = useQuery(api.campaigns.list.queryOptions({ enabled: opened }))
  const agents = useQuery(api.agents.list.queryOptions({ enabled: opened }))

  const commands: SpotlightActionData[] = (campaigns.data ?? []).flatMap(
    ({ id, name, moves, activeCalls }) => {
      const asked = { id, name }
      if (moves.includes('pause'))
        return {
          id: `pause ${id}`,
          label: words.pauseNamed(name),
          description: words.callsEndFirst(activeCalls),
          leftSection: <IconPlayerPause size={14} />,
          onClick: () => startMove({ ...asked, move: 'pause' }),
        }
      if (moves.includes('resume'))
        return {
          id: `resume ${id}`,
          label: words.resumeNamed(name),
          leftSection: <IconPlayerPlay size={14} />,
          onClick: () => startMove({ ...asked, move: 'resume' }),
        }
      return []
    },
  )
  const page = (
    label: string,
    to:
      | '/'
      | '/live'
      | '/notifications'
      | '/campaigns'
      | '/agents'
      | '/numbers'
      | '/trunks'
      | '/business-hours'
      | '/compliance'
      | '/calls'
      | '/activity'
      | '/settings'
      | '/analytics',
    ...shown: string[]
  ) => ({
    id: to,
    label,
    leftSection: <IconArrowRight size={14} />,
    rightSection: shown.length > 0 ? keys(...shown) : undefined,
    onClick: () => void navigate({ to }),
  })
  return [
    {
      group: words.groups.commands,
      actions: [
        {
          id: 'new campaign',
          label: words.newCampaign,
          leftSection: <IconPlus size={14} />,
          onClick: () => void navigate({ to: '/campaigns/new' }),
        },
        ...commands,
        {
          id: 'stop',
          label: words.stop.command,
          leftSection: <IconPlayerPause size={14} />,
          rightSection: keys('Ctrl', 'Shift', 'P'),
          onClick: () => openDialog('stop'),
        },
        { id: 'keys', label: words.keys.title, rightSection: keys('?'), onClick: () => openDialog('keys') },
      ],
    },
    {
      group: words.groups.goTo,
      actions: [
        page(words.home, '/', 'G', 'H'),
        page(words.liveCalls, '/live', 'G', 'L'),
        page(words.notices, '/notifications'),
        page(words.campaigns, '/campaigns', 'G', 'C'),
        page(words.agents, '/agents', 'G', 'A'),
        page(words.numbers, '/numbers', 'G', 'N'),
        page(words.trunks, '/trunks', 'G', 'T'),
        page(words.businessHours, '/business-hours'),
        page(words.compliance, '/compliance'),
        page(words.calls, '/calls'),
        page(words.activity, '/activity'),
        page(words.settings, '/settings'),
        page(words.analytics, '/analytics'),
      ],
    },
    {
      group: words.groups.campaigns,
      actions: (campaigns.data ?? []).map(({ id, name, state }) => ({
        id: `campaign ${id}`,
        label: name,
        description: words.campaignFact(text.words.campaigns[state]),
        leftSection: <StatusGlyph {...campaignLooks[state]} />,
        onClick: () => void navigate({ to: '/campaigns/$id', params: { id } }),
      })),
    },
    {
      group: words.groups.agents,
      actions: (agents.data ?? []).map(({ id, name, version }) => ({
        id: `agent ${id}`,
        label: name,
        description: words.agentFact(version),
        leftSection: <Avatar name={name} />,
        onClick: () => void navigate({ to: '/agents/$id', params: { id } }),
      })),
    },
  ]
}

export function Palette() {
  const [opened, setOpened] = useState(false)
  const actions = useActions(opened)
  return (
    <Spotlight
      actions={actions}
      shortcut={['mod + K']}
      nothingFound={words.nothingFound}
      limit={mostShown}
      size={640}
      radius={12}
      lockScroll={false}
      scrollable
      maxHeight={420}
      centered={false}
      yOffset={120}
      overlayProps={{ blur: 0 }}
      classNames={{
        overlay: classes.overlay ?? '',
        action: classes.action ?? '',
        actionsGroup: classes.group ?? '',
        search: classes.search ?? '',
      }}
      attributes={{ content: { 'aria-label': words.searchTitle } }}
      searchProps={{ placeholder: words.search, 'aria-label': words.searchTitle }}
      onSpotlightOpen={() => setOpened(true)}
      onSpotlightClose={() => setOpened(false)}
    />
  )
}
