import type { CampaignRow } from '../../../../src-main/contract/campaigns.ts'
import { useCampaignLive } from '../../../api/live.ts'
import { text } from '../../../text/text.ts'
import classes from './Waits.module.css'

const words = text.why.waits
const mostShown = 5

/** The idle line: how many contacts wait for what, most of them first. */
export function Waits({ id }: { id: CampaignRow['id'] }) {
  const waits = useCampaignLive(id, live => live?.waits)
  if (!waits || waits.length === 0) return null
  return (
    <ul className={classes.waits} aria-label={words.label}>
      {waits.slice(0, mostShown).map(({ text: what }) => (
        <li key={what} className="num">
          {text.told(what)}
        </li>
      ))}
    </ul>
  )
}
