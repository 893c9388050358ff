import { Button } from '@mantine/core'
import { Dropzone } from '@mantine/dropzone'
import { IconFileSpreadsheet, IconUpload, IconUsers } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { CampaignRow } from '../../../../src-main/contract/campaigns.ts'
import { useCampaignLive } from '../../../api/live.ts'
import { count } from '../../../format/number.ts'
import { text } from '../../../text/text.ts'
import { AddToCampaign } from '../../../ui/contacts/AddToCampaign.tsx'
import { handOver } from '../../../ui/files/handed-over.ts'
import { Panel } from '../../../ui/Panel.tsx'
import classes from './ContactsStep.module.css'

const words = text.newCampaign.contacts

interface ContactsStepProps {
  readonly id: CampaignRow['id']
  /** Waiting contacts that nothing keeps out for good, once that is known. */
  readonly callable: number | undefined
}

/** Who is called: what is in the campaign, and the ways for more to come in. */
export function ContactsStep({ id, callable }: ContactsStepProps) {
  const all = useCampaignLive(id, live => live?.campaign.contacts)
  const name = useCampaignLive(id, live => live?.campaign.name) ?? ''
  const navigate = useNavigate()
  const [choosing, setChoosing] = useState(false)
  const first = all === 0 ? ({ variant: 'filled' } as const) : {}
  return (
    <>
      {all !== undefined && all > 0 && (
        <p className={classes.now}>
          <strong className="num">{count(all)}</strong> {words.inCampaign(all)}
          {callable !== undefined && <span className={classes.callable}>{words.callable(callable)}</span>}
          <Link to="/campaigns/$id/contacts" params={{ id }} className={classes.see}>
            {words.see}
          </Link>
        </p>
      )}
      <Panel title={words.known}>
        <div className={classes.way}>
          <IconUsers size={22} stroke={1.5} aria-hidden="true" />
          <p>{words.knownHint}</p>
          <Button onClick={() => setChoosing(true)}>{words.choose}</Button>
        </div>
      </Panel>
      <Panel title={words.file}>
        <Dropzone
          className={classes.drop ?? ''}
          multiple={false}
          tabIndex={-1}
          activateOnKeyboard={false}
          enablePointerEvents
          inputProps={{ 'aria-hidden': true }}
          onDrop={([file]) => {
            if (!file) return
            handOver(file)
            void navigate({ to: '/contacts/import', search: { campaign: id } })
          }}
        >
          <div className={classes.way}>
            <IconFileSpreadsheet size={22} stroke={1.5} aria-hidden="true" />
            <p>
              <strong>{words.drop}</strong>
              <br />
              {words.columns}
            </p>
            <Button {...first} leftSection={<IconUpload size={14} />}>
              {words.chooseFile}
            </Button>
          </div>
        </Dropzone>
        <p className={classes.paste}>
          <Link to="/contacts/import" search={{ campaign: id }}>
            {words.paste}
          </Link>
        </p>
      </Panel>
      {choosing && <AddToCampaign campaign={id} name={name} onClose={() => setChoosing(false)} />}
    </>
  )
}
