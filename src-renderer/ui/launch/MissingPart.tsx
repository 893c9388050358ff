import { Link } from '@tanstack/react-router'
import type { CampaignRow } from '../../../src-main/contract/campaigns.ts'
import type { LaunchPreview } from '../../../src-main/contract/launch.ts'
import { text } from '../../text/text.ts'
import type { Group } from '../campaign/form/change.ts'
import { StatusGlyph } from '../StatusGlyph.tsx'
import classes from './MissingPart.module.css'
import { mendedBy } from './run-change.ts'

const words = text.launch.missing
const tabs = {
  contacts: '/campaigns/$id/contacts',
  agent: '/campaigns/$id/settings',
  numbers: '/campaigns/$id/numbers',
  trunk: '/campaigns/$id/settings',
  schedule: '/campaigns/$id/settings',
} as const

interface MissingPartProps {
  readonly id: CampaignRow['id']
  readonly needs: LaunchPreview['needs']
  readonly onLeave: () => void
  /** Mends a point in this dialog, where the pages of the campaign can only be read. */
  readonly onMend?: (group: Group) => void
}

/** What keeps the campaign from being launched, each point with the way to mend it; else what to heed before. */
export function MissingPart({ id, needs, onLeave, onMend }: MissingPartProps) {
  const isReady = needs.every(({ met }) => met)
  const told = needs.filter(({ met, text: why }) => !met || (isReady && why !== ''))
  if (told.length === 0) return null
  return (
    <section className={classes.missing} data-ready={isReady || undefined} aria-labelledby="launch-missing">
      <h3 id="launch-missing">{isReady ? words.heed : words.title}</h3>
      <ul>
        {told.map(({ need, text: why, mendIn }) => (
          <li key={need}>
            <StatusGlyph
              {...(isReady ? { shape: 'triangle', hue: 'yellow' } : { shape: 'alert', hue: 'red' })}
            />
            <span>{text.told(why)}</span>
            {mendIn && <Mend id={id} mendIn={mendIn} onLeave={onLeave} {...(onMend && { onMend })} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Mend({
  id,
  mendIn,
  onLeave,
  onMend,
}: Omit<MissingPartProps, 'needs'> & { readonly mendIn: keyof typeof tabs }) {
  const group = mendedBy[mendIn]
  if (onMend && group)
    return (
      <button type="button" className={classes.mend} onClick={() => onMend(group)}>
        {words.mend[mendIn]}
      </button>
    )
  return (
    <Link to={tabs[mendIn]} params={{ id }} onClick={onLeave}>
      {words.mend[mendIn]}
    </Link>
  )
}
