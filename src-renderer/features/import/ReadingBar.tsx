import { Button, Popover } from '@mantine/core'
import { IconFileSpreadsheet } from '@tabler/icons-react'
import type { FileReading, ImportPreview } from '../../../src-main/contract/imports.ts'
import { bytes } from '../../format/bytes.ts'
import { text } from '../../text/text.ts'
import classes from './ReadingBar.module.css'
import { ReadingForm } from './ReadingForm.tsx'

const words = text.imports.reading

interface ReadingBarProps {
  readonly preview: ImportPreview
  /** As somebody chose it; `null`: as detected. */
  readonly chosen: FileReading | null
  readonly onReading: (reading: FileReading | null) => void
}

/** How the file is read, and the way to have it read otherwise. */
export function ReadingBar({ preview, chosen, onReading }: ReadingBarProps) {
  const { fileName, rows, kind, reading, sheets } = preview
  const sheet = sheets[reading.sheet]
  return (
    <div className={classes.bar}>
      <span className={classes.name}>
        <IconFileSpreadsheet size={15} stroke={1.6} aria-hidden="true" />
        <strong>{fileName}</strong>
      </span>
      <span className="num">
        {rows === null ? bytes(preview.bytes) : `${words.rows(rows)}, ${bytes(preview.bytes)}`}
      </span>
      {kind === 'csv' && (
        <>
          <span>
            {words.separator} <strong>{words.signs[reading.separator]}</strong>
          </span>
          <span>
            {words.encoding} <strong>{words.encodings[reading.encoding]}</strong>
            {chosen === null && `, ${words.detected}`}
          </span>
        </>
      )}
      {sheet !== undefined && (
        <span>
          {words.sheet} <strong>{sheet}</strong>
        </span>
      )}
      <span>{reading.heading ? words.heading : words.noHeading}</span>
      <Popover position="bottom-end" width={320} withArrow trapFocus returnFocus>
        <Popover.Target>
          <Button variant="transparent" size="compact-xs" className={classes.change ?? ''}>
            {words.change}
          </Button>
        </Popover.Target>
        <Popover.Dropdown>
          <ReadingForm preview={preview} chosen={chosen} onReading={onReading} />
        </Popover.Dropdown>
      </Popover>
    </div>
  )
}
