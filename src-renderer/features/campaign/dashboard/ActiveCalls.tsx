import { Link } from '@tanstack/react-router'
import { useRef } from 'react'
import type { CampaignLive, CampaignRow } from '../../../../src-main/contract/campaigns.ts'
import { useCampaignLive } from '../../../api/live.ts'
import { count } from '../../../format/number.ts'
import { text } from '../../../text/text.ts'
import { ActiveCallRow } from '../../../ui/calls/ActiveCallRow.tsx'
import { useCallKeys } from '../../../ui/calls/use-call-keys.ts'
import { Panel } from '../../../ui/Panel.tsx'
import classes from './ActiveCalls.module.css'

const words = text.campaign.active
const mostShown = 14
const none: CampaignLive['active'] = []

/** Who is talking now. Calls keep their place in the list; beyond the panel the page of live calls has them all. */
export function ActiveCalls({ id }: { id: CampaignRow['id'] }) {
  const active = useCampaignLive(id, live => live?.active) ?? none
  const shown = active.slice(0, mostShown)
  const list = useRef<HTMLUListElement>(null)
  const keys = useCallKeys(list, shown)
  return (
    <Panel
      title={words.title}
      fact={count(active.length)}
      aside={active.length > 0 && <Link to="/live">{words.all}</Link>}
      flush
    >
      {active.length === 0 ? (
        <p className={classes.none}>{words.none}</p>
      ) : (
        <ul ref={list} {...keys}>
          {shown.map(call => (
            <ActiveCallRow key={call.call} active={call} />
          ))}
        </ul>
      )}
      {active.length > mostShown && (
        <p className={classes.more}>
          <Link to="/live">{words.more(active.length - mostShown)}</Link>
        </p>
      )}
    </Panel>
  )
}
