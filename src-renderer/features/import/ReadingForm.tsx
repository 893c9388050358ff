import { Button, Select, Switch } from '@mantine/core'
import type { FileReading, ImportPreview } from '../../../src-main/contract/imports.ts'
import { text } from '../../text/text.ts'
import classes from './ReadingBar.module.css'

const words = text.imports.reading
const encodings = Object.keys(words.encodings) as FileReading['encoding'][]
const separators = Object.keys(words.separators) as FileReading['separator'][]

interface ReadingFormProps {
  readonly preview: ImportPreview
  readonly chosen: FileReading | null
  readonly onReading: (reading: FileReading | null) => void
}

/** Each choice shows at once and is tried: the rows below follow with what comes of it. */
export function ReadingForm({ preview, chosen, onReading }: ReadingFormProps) {
  const { kind, sheets } = preview
  const reading = chosen ?? preview.reading
  const change = (part: Partial<FileReading>) => onReading({ ...reading, ...part })
  return (
    <div className={classes.form}>
      {kind === 'csv' && (
        <>
          <Select
            label={words.encoding}
            comboboxProps={{ withinPortal: false }}
            data={encodings.map(value => ({ value, label: words.encodings[value] }))}
            value={reading.encoding}
            onChange={encoding => encoding && change({ encoding })}
          />
          <Select
            label={words.separator}
            comboboxProps={{ withinPortal: false }}
            data={separators.map(value => ({ value, label: words.separators[value] }))}
            value={reading.separator}
            onChange={separator => separator && change({ separator })}
          />
        </>
      )}
      {sheets.length > 1 && (
        <Select
          label={words.sheet}
          comboboxProps={{ withinPortal: false }}
          data={sheets.map((label, index) => ({ value: String(index), label }))}
          value={String(reading.sheet)}
          onChange={sheet => sheet !== null && change({ sheet: Number(sheet) })}
        />
      )}
      <Switch
        label={words.heading}
        checked={reading.heading}
        onChange={event => change({ heading: event.currentTarget.checked })}
      />
      {chosen !== null && (
        <Button size="compact-xs" onClick={() => onReading(null)}>
          {words.asDetected}
        </Button>
      )}
    </div>
  )
}
