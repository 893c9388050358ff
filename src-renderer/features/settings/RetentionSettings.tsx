import { Button, NumberInput, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import type { RetentionSettings as Kept } from '../../../src-main/contract/preferences.ts'
import { count } from '../../format/number.ts'
import { moment } from '../../format/time.ts'
import { text } from '../../text/text.ts'
import { ConflictDialog } from '../../ui/conflict/ConflictDialog.tsx'
import { overTheirs } from '../../ui/conflict/over-theirs.ts'
import { Field } from '../../ui/Field.tsx'
import { DialogFrame } from '../../ui/moves/DialogFrame.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { AsOpened, type Opened, useEdited } from './AsOpened.tsx'
import classes from './settings.module.css'
import { reloadPreferences, useSetRetention } from './use-preferences.ts'
import { type Stored, WithPreferences } from './WithPreferences.tsx'

const words = text.preferences.retention
const usualDays = 90
/** A form whose boxes may be empty. */
type Typed = { readonly [Key in keyof Kept]: Kept[Key] | '' }
const daysOf = (days: number | null) => (days === null ? words.forGood : `${count(days)} ${words.unit}`)

const parts = [
  { key: 'recordingDays', label: words.recordings, help: words.recordingsHelp },
  { key: 'transcriptDays', label: words.transcripts, help: words.transcriptsHelp },
  { key: 'contactDays', label: words.contacts, help: words.contactsHelp },
] as const satisfies readonly { key: keyof Kept; label: string; help: string }[]

export const RetentionSettings = () => (
  <WithPreferences>
    {({ retention, lastRetention }) => (
      <AsOpened stored={retention}>{form => <Form {...form} last={lastRetention} />}</AsOpened>
    )}
  </WithPreferences>
)

/** For how long things are kept; what will be deleted is named before it is saved. */
function Form({
  opened: retention,
  onEdited,
  onReopen,
  last,
}: Opened<Kept> & { readonly last: Stored['lastRetention'] }) {
  // What is typed; an empty box is no number of days yet.
  const [typed, setTyped] = useState<Typed>(retention)
  const [asking, setAsking] = useState(false)
  const save = useSetRetention(onReopen)
  const isSame = parts.every(({ key }) => typed[key] === retention[key])
  const kept = parts.every(({ key }) => typed[key] !== '') ? (typed as Kept) : null
  useEdited(!isSame, onEdited)
  /** What is deleted from now on and was not before. */
  const shorter = parts.flatMap(({ key, label }) => {
    const days = kept?.[key] ?? null
    return days !== null && days < (retention[key] ?? Number.POSITIVE_INFINITY) ? [{ key, label, days }] : []
  })
  const store = () =>
    kept && save.mutate({ ...kept, opened: retention }, { onSettled: () => setAsking(false) })
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
                value={typed[key] === null ? 'good' : 'days'}
                onChange={value => setTyped({ ...typed, [key]: value === 'good' ? null : usualDays })}
              />
              {typed[key] !== null && (
                <NumberInput
                  aria-label={`${label}, ${words.unit}`}
                  w={90}
                  min={1}
                  max={36_500}
                  clampBehavior="strict"
                  allowDecimal={false}
                  value={typed[key]}
                  onChange={value => setTyped({ ...typed, [key]: value === '' ? '' : Number(value) })}
                />
              )}
              {typed[key] !== null && words.unit}
            </div>
          </Field>
        ))}
        <p className={classes.note}>{words.stays}</p>
        <div className={classes.foot}>
          <Button type="submit" variant="filled" disabled={isSame || kept === null} loading={save.isPending}>
            {text.preferences.save}
          </Button>
          <span className={classes.note}>
            {last
              ? words.last(moment(last.at), last.recordings, last.transcripts, last.contacts)
              : words.never}
          </span>
        </div>
      </form>
      <ConflictDialog
        save={save}
        names={Object.fromEntries(parts.map(({ key, label }) => [key, label]))}
        show={Object.fromEntries(parts.map(({ key }) => [key, daysOf]))}
        mine={overTheirs}
        onTheirs={() => void reloadPreferences().then(onReopen)}
      />
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
          <p>{words.confirm.lost(shorter.map(({ label, days }) => words.older(label, days)).join(', '))}</p>
          <p>{words.stays}</p>
        </DialogFrame>
      )}
    </Panel>
  )
}
