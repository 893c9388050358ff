import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconCopy, IconDots, IconTrash } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { CampaignRow } from '../../../../src-main/contract/campaigns.ts'
import { clock, day } from '../../../format/time.ts'
import { text } from '../../../text/text.ts'
import { DuplicateDialog } from '../../../ui/moves/DuplicateDialog.tsx'
import { useStartMove } from '../../../ui/moves/use-move.ts'
import classes from './Settings.module.css'

const words = text.settings.tab

interface SettingsMenuProps {
  readonly campaign: CampaignRow
  readonly createdAt: number
}

/** When it was made and launched, and what can be done with the campaign as a whole. */
export function SettingsMenu({ campaign, createdAt }: SettingsMenuProps) {
  const start = useStartMove()
  const [copying, setCopying] = useState(false)
  const { id, name, launchedAt, moves, state } = campaign
  const when = (at: number) => `${day(at)} ${clock(at)}`
  return (
    <div className={classes.menu}>
      <span className={classes.dates}>
        {words.created(when(createdAt))}
        {launchedAt !== null && `, ${words.launched(when(launchedAt))}`}
      </span>
      {state === 'draft' && (
        <Button renderRoot={props => <Link {...props} to="/campaigns/new" search={{ campaign: id }} />}>
          {words.wizard}
        </Button>
      )}
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="default" aria-label={words.more}>
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconCopy size={14} />} onClick={() => setCopying(true)}>
            {words.duplicate}
          </Menu.Item>
          {moves.includes('delete') && (
            <Menu.Item
              leftSection={<IconTrash size={14} />}
              onClick={() => start({ id, name, move: 'delete' })}
            >
              {words.delete}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {copying && <DuplicateDialog campaign={campaign} onClose={() => setCopying(false)} />}
    </div>
  )
}
