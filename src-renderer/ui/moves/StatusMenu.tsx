import { Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { memo } from 'react'
import type { CampaignRow } from '../../../src-main/contract/campaigns.ts'
import { text } from '../../text/text.ts'
import { StatusGlyph } from '../StatusGlyph.tsx'
import { type CampaignState, campaignLooks } from '../status.ts'
import classes from './StatusMenu.module.css'
import { useStartMove } from './use-move.ts'

type Campaign = Pick<CampaignRow, 'id' | 'name' | 'state' | 'moves'>

/** A tint means live or waiting for you; drafts and ended ones recede. */
const tinted: ReadonlySet<CampaignState> = new Set(['running', 'draining', 'paused'])

/** The status as a button: its menu lists only the moves that are allowed now. */
export const StatusMenu = memo(function StatusMenu({ campaign }: { campaign: Campaign }) {
  const start = useStartMove()
  const { shape, hue } = campaignLooks[campaign.state]
  const word = text.words.campaigns[campaign.state]
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <button
          type="button"
          className={classes.pill}
          data-tinted={tinted.has(campaign.state) || undefined}
          style={
            tinted.has(campaign.state)
              ? { background: `var(--${hue}-tint)`, color: `var(--${hue}-t)` }
              : undefined
          }
          aria-label={text.moves.menu(word, campaign.name)}
        >
          <StatusGlyph shape={shape} hue={hue} />
          {word}
          <IconChevronDown size={12} aria-hidden="true" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {campaign.moves.map(move => (
          <Menu.Item key={move} onClick={() => start({ id: campaign.id, name: campaign.name, move })}>
            {text.moves.names[move]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
})
