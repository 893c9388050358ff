import { IconKeyboard, IconPlayerPause, IconPlayerPlay, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { api } from '../../api/client.ts'
import { text } from '../../text/text.ts'
import { useStartMove } from '../../ui/moves/use-move.ts'
import { openDialog } from '../open.ts'
import type { Entry, Group } from './entry.ts'

const words = text.shell

/** Acts on things by their name and says what it will do before Enter. */
export function useCommands(opened: boolean): Group {
  const navigate = useNavigate()
  const startMove = useStartMove()
  const campaigns = useQuery(api.campaigns.list.queryOptions({ enabled: opened }))
  const moves = (campaigns.data ?? []).flatMap(({ id, name, moves, activeCalls }): Entry[] => {
    const asked = { id, name }
    if (moves.includes('pause'))
      return [
        {
          id: `pause ${id}`,
          label: words.pauseNamed(name),
          ...(activeCalls > 0 && { fact: words.callsEndFirst(activeCalls) }),
          icon: <IconPlayerPause size={14} />,
          onRun: () => startMove({ ...asked, move: 'pause' }),
        },
      ]
    if (moves.includes('resume'))
      return [
        {
          id: `resume ${id}`,
          label: words.resumeNamed(name),
          icon: <IconPlayerPlay size={14} />,
          onRun: () => startMove({ ...asked, move: 'resume' }),
        },
      ]
    return []
  })
  return {
    name: words.groups.commands,
    entries: [
      {
        id: 'new campaign',
        label: words.newCampaign,
        icon: <IconPlus size={14} />,
        onRun: () => void navigate({ to: '/campaigns/new' }),
      },
      {
        id: 'import',
        label: text.contacts.empty.import,
        icon: <IconPlus size={14} />,
        onRun: () => void navigate({ to: '/contacts/import' }),
      },
      ...moves,
      {
        id: 'stop',
        label: words.stop.command,
        icon: <IconPlayerPause size={14} />,
        keys: ['Ctrl', 'Shift', 'P'],
        onRun: () => openDialog('stop'),
      },
      {
        id: 'keys',
        label: words.keys.title,
        icon: <IconKeyboard size={14} />,
        keys: ['?'],
        onRun: () => openDialog('keys'),
      },
    ],
  }
}
