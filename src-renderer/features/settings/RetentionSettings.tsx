import { Button, NumberInput, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import type { RetentionSettings as Kept } from '../../../src-main/contract/preferences.ts'
import { moment } from '../../format/time.ts'
import { text } from '../../text/text.ts'
import { Field } from '../../ui/Field.tsx'
import { DialogFrame } from '../../ui/moves/DialogFrame.tsx'
import { Panel } from '../../ui/Panel.tsx'
import classes from './settings.module.css'
import { useSetRetention } from './use-preferences.ts'
import { type Stored, WithPreferences } from './WithPreferences.tsx'

const words = text.preferences.retention
const usualDays = 90

const parts = [
  { key: 'recordingDays', label: words.recordings, help: words.recordingsHelp },
  { key: 'transcriptDays', label: words.transcripts, help: words.transcriptsHelp },
  { key: 'contactDays', label: words.contacts, help: words.contactsHelp },
] as const satisfies readonly { key: keyof Kept; label: string; help: string }[]

export const RetentionSettings = () => (
  <WithPreferences>
    {stored => <Form key={JSON.stringify(stored.retention)} stored={stored} />}
  </WithPreferences>
)

/** For how long things are kept; what will be deleted is named before it is saved. */
function Form({ stored: { retention, lastRetention: last } }: { stored: Stored }) {
  const [kept, setKept] = useState(retention)
  const [asking, setAsking] = useState(false)
  const save = useSetRetention()
  const isSame = parts.every(({ key }) => kept[key] === retention[key])
  /** What is deleted from now on and was not before. */
  const shorter = parts.filter(
    ({ key }) => kept[key] !== null && kept[key] < (retention[key] ?? Number.POSITIVE_INFINITY),
  )
  const store = () => save.mutate(kept, { onSuccess: () => setAsking(false) })
  return (
    <Panel title={words.title} fact={words.fact}>
      <form
        className={classes.form}
        onSubmit={event => {
          event.preventDefault()
          if (shorter.length > 0) setAsking(true)
          else store()
        }}
      >
        {parts.map(({ key, label, help }) => (
          <Field key={key} label={label} help={help}>
            <div className={classes.days}>
              <SegmentedControl
                aria-label={label}
                data={[
                  { value: 'good', label: words.forGood },
                  { value: 'days', label: words.forDays },
                ]}
                value={kept[key] === null ? 'good' : 'days'}
                onChange={value => setKept({ ...kept, [key]: value === 'good' ? null : usualDays })}
              />
              {kept[key] !== null && (
                <NumberInput
                  aria-label={`${label}, ${words.unit}`}
                  w={90}
                  min={1}
                  max={36_500}
                  clampBehavior="strict"
                  allowDecimal={false}
                  value={kept[key]}
                  onChange={value => setKept({ ...kept, [key]: Number(value) || 1 })}
                />
              )}
              {kept[key] !== null && words.unit}
            </div>
          </Field>
        ))}
        <p className={classes.note}>{words.stays}</p>
        <div className={classes.foot}>
          <Button type="submit" variant="filled" disabled={isSame} loading={save.isPending}>
            {text.preferences.save}
          </Button>
          <span className={classes.note}>
            {last
              ? words.last(moment(last.at), last.recordings, last.transcripts, last.contacts)
              : words.never}
          </span>
        </div>
      </form>
      {asking && (
        <DialogFrame
          title={words.confirm.title}
          onClose={() => setAsking(false)}
          act={words.confirm.act}
          keep={words.confirm.keep}
          danger
          pending={save.isPending}
          error={save.error}
          onAct={store}
        >
          <p>
            {words.confirm.lost(
              shorter.map(({ key, label }) => words.older(label, kept[key] ?? 0)).join(', '),
            )}
          </p>
          <p>{words.stays}</p>
        </DialogFrame>
      )}
    </Panel>
  )
}
