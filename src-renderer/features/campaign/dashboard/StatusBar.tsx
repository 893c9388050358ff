import { Link } from '@tanstack/react-router'
import type { CSSProperties } from 'react'
import type { CampaignRow } from '../../../../src-main/contract/campaigns.ts'
import { useCampaignLive } from '../../../api/live.ts'
import { count, ratio, share } from '../../../format/number.ts'
import { text } from '../../../text/text.ts'
import { StatusGlyph } from '../../../ui/StatusGlyph.tsx'
import { leadLooks, leadOrder } from '../../../ui/status.ts'
import classes from './StatusBar.module.css'

const words = text.campaign.statuses
/** Under this share a count says enough. */
const smallShare = 0.005

/** Where the contacts are, settled at the left, untouched at the right; a press shows those contacts. */
export function StatusBar({ id }: { id: CampaignRow['id'] }) {
  const statuses = useCampaignLive(id, live => live?.statuses)
  const contacts = useCampaignLive(id, live => live?.campaign.contacts ?? 0)
  if (!statuses) return null
  const parts = leadOrder.map(status => ({ status, cases: statuses[status] ?? 0 }))
  return (
    <section className={classes.panel} aria-label={words.label}>
      <div className={classes.bar} aria-hidden="true">
        {parts.map(
          ({ status, cases }) =>
            cases > 0 && (
              <Link
                key={status}
                to="/campaigns/$id/contacts"
                params={{ id }}
                search={{ status: [status] }}
                tabIndex={-1}
                title={text.words.leads[status]}
                className={classes.part}
                data-status={status}
                style={{ flexGrow: cases, '--hue': `var(--${leadLooks[status].hue})` } as CSSProperties}
              />
            ),
        )}
        {contacts === 0 && <span className={classes.part} data-status="pending" style={{ flexGrow: 1 }} />}
      </div>
      <ul className={classes.legend}>
        {parts.map(({ status, cases }) => {
          const part = ratio(cases, contacts)
          return (
            <li key={status}>
              <Link
                to="/campaigns/$id/contacts"
                params={{ id }}
                search={{ status: [status] }}
                className={classes.entry}
              >
                <StatusGlyph {...leadLooks[status]} />
                <span className={classes.word}>{text.words.leads[status]}</span>
                <span className={`${classes.cases} num`}>
                  <strong>{count(cases)}</strong>
                  {part !== null && part >= smallShare && (
                    <span className={classes.share}>{share(part)}</span>
                  )}
                </span>
              </Link>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
