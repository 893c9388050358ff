import { Select, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { ContactDetail } from '../../../src-main/contract/contacts.ts'
import { api, queryClient } from '../../api/client.ts'
import { instantOf, wallTime } from '../../format/wall-time.ts'
import { workspaceZone } from '../../format/zone.ts'
import { text } from '../../text/text.ts'
import { DialogFrame } from '../../ui/moves/DialogFrame.tsx'
import { say } from '../../ui/say.tsx'
import classes from './contact.module.css'

const words = text.contact.consent
type Consent = ContactDetail['consents'][number]
const kinds = ['express', 'express_written', 'existing_relation'] as const
const purposes = ['information', 'survey', 'marketing', 'debt_collection'] as const

export function ConsentDialog({ contact, onClose }: { contact: ContactDetail['id']; onClose: () => void }) {
  const [kind, setKind] = useState<Consent['kind']>('express')
  const [purpose, setPurpose] = useState<Consent['purpose']>(null)
  const [channel, setChannel] = useState('')
  const [source, setSource] = useState('')
  const [evidence, setEvidence] = useState('')
  const [given, setGiven] = useState(() => wallTime(Date.now(), workspaceZone()).slice(0, 10))
  const [expires, setExpires] = useState('')
  const [tried, setTried] = useState(false)
  const add = useMutation(
    api.contacts.addConsent.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: api.contacts.key() })
        say(words.form.done)
        onClose()
      },
    }),
  )
  const wrongOrder = expires !== '' && given !== '' && expires < given
  const save = () => {
    setTried(true)
    const givenAt = instantOf(`${given}T00:00`, workspaceZone())
    if (givenAt === null || wrongOrder) return
    add.mutate({
      id: contact,
      consent: {
        kind,
        purpose,
        channel,
        source,
        evidence,
        givenAt,
        expiresAt: instantOf(`${expires}T23:59`, workspaceZone()),
      },
    })
  }
  const { form } = words
  return (
    <DialogFrame
      title={form.title}
      onClose={onClose}
      act={form.act}
      pending={add.isPending}
      error={add.error}
      onAct={save}
    >
      <div className={classes.form}>
        <div className={classes.pair}>
          <Select
            label={form.kind}
            data={kinds.map(value => ({ value, label: words.kinds[value] }))}
            allowDeselect={false}
            value={kind}
            onChange={value => setKind(value as Consent['kind'])}
          />
          <Select
            label={form.purpose}
            data={[
              { value: '', label: words.any },
              ...purposes.map(value => ({ value, label: words.purposes[value] })),
            ]}
            allowDeselect={false}
            value={purpose ?? ''}
            onChange={value => setPurpose((value || null) as Consent['purpose'])}
          />
        </div>
        <div className={classes.pair}>
          <TextInput
            type="date"
            label={form.given}
            value={given}
            error={tried && given === '' ? form.dayMissing : undefined}
            onChange={event => setGiven(event.currentTarget.value)}
          />
          <TextInput
            type="date"
            label={form.expires}
            description={form.expiresHelp}
            value={expires}
            error={tried && wrongOrder ? form.order : undefined}
            onChange={event => setExpires(event.currentTarget.value)}
          />
        </div>
        <div className={classes.pair}>
          <TextInput
            label={form.channel}
            description={form.channelHelp}
            maxLength={200}
            value={channel}
            onChange={event => setChannel(event.currentTarget.value)}
          />
          <TextInput
            label={form.source}
            description={form.sourceHelp}
            maxLength={200}
            value={source}
            onChange={event => setSource(event.currentTarget.value)}
          />
        </div>
        <TextInput
          label={form.evidence}
          description={form.evidenceHelp}
          maxLength={2000}
          value={evidence}
          onChange={event => setEvidence(event.currentTarget.value)}
        />
      </div>
    </DialogFrame>
  )
}
