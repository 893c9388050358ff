import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { ContactDetail } from '../../../src-main/contract/contacts.ts'
import { count } from '../../format/number.ts'
import { shortMoment } from '../../format/time.ts'
import { text } from '../../text/text.ts'
import { Panel } from '../../ui/Panel.tsx'
import { NoRows, Row } from '../../ui/Rows.tsx'
import { CampaignStateText, LeadStatusText } from '../../ui/Status.tsx'
import { WhyDrawer } from '../../ui/why/WhyDrawer.tsx'
import classes from './contact.module.css'

const words = text.contact.campaigns

/** Where this person stands in each campaign, and what the engine says about calling now. */
export function InCampaigns({ contact }: { contact: ContactDetail }) {
  const [asked, setAsked] = useState<ContactDetail['campaigns'][number]>()
  const { campaigns } = contact
  return (
    <Panel title={words.title} fact={campaigns.length > 0 && count(campaigns.length)} flush>
      {campaigns.length === 0 && <NoRows>{words.none}</NoRows>}
      <ul>
        {campaigns.map(row => {
          const { lead, campaign, name, state, status, skipReason, attempts, nextAttemptAt } = row
          return (
            <Row key={lead}>
              <span className={classes.inCampaign}>
                <Link to="/campaigns/$id" params={{ id: campaign }}>
                  {name}
                </Link>
                <Button
                  size="compact-xs"
                  variant="subtle"
                  mr={-8}
                  aria-label={words.whyNamed(name)}
                  onClick={() => setAsked(row)}
                >
                  {words.why}
                </Button>
              </span>
              <small className={classes.standing}>
                <CampaignStateText state={state} />
                <LeadStatusText status={status} />
                <span>
                  {[
                    skipReason && text.words.skipReasons[skipReason],
                    words.attempts(attempts),
                    nextAttemptAt !== null && words.next(shortMoment(nextAttemptAt)),
                  ]
                    .filter(Boolean)
                    .join(', ')}
                </span>
              </small>
            </Row>
          )
        })}
      </ul>
      {asked && (
        <WhyDrawer
          lead={{ lead: asked.lead, contact: contact.id, name: contact.name }}
          onClose={() => setAsked(undefined)}
        />
      )}
    </Panel>
  )
}
