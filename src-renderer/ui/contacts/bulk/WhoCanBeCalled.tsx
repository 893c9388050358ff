import { useQuery } from '@tanstack/react-query'
import type { CampaignRow } from '../../../../src-main/contract/campaigns.ts'
import { api } from '../../../api/client.ts'
import { count } from '../../../format/number.ts'
import { text } from '../../../text/text.ts'
import classes from './CampaignDialog.module.css'
import type { Chosen } from './chosen.ts'

const words = text.contacts.joining

interface WhoCanBeCalledProps {
  readonly selection: Chosen['selection']
  readonly campaign: CampaignRow['id']
}

/** How many of them a campaign could call, and why the others not. */
export function WhoCanBeCalled({ selection, campaign }: WhoCanBeCalledProps) {
  const asked = useQuery(api.contacts.callable.queryOptions({ input: { selection, campaign } }))
  if (asked.error) return <p>{words.failed}</p>
  if (!asked.data) return <p aria-busy>{words.counting}</p>
  const { fresh, callable, reasons } = asked.data
  return (
    <div aria-live="polite">
      <p className={classes.callable}>{words.callable(callable, fresh)}</p>
      {reasons.length > 0 && (
        <dl className={classes.reasons} aria-label={words.reasons}>
          {reasons.map(one => (
            <div key={one.reason}>
              <dt>{text.told(one.reason)}</dt>
              <dd className="num">{count(one.contacts)}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  )
}
