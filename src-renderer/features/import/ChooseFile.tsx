import { Button } from '@mantine/core'
import { Dropzone } from '@mantine/dropzone'
import { IconFileSpreadsheet, IconUpload } from '@tabler/icons-react'
import { useEffect } from 'react'
import { text } from '../../text/text.ts'
import { takeHandedOver } from '../../ui/files/handed-over.ts'
import type { Target } from '../../ui/files/import-target.ts'
import { StatusGlyph } from '../../ui/StatusGlyph.tsx'
import classes from './ChooseFile.module.css'
import { PasteRows } from './PasteRows.tsx'
import { SendingBar } from './SendingBar.tsx'
import { TargetSelect } from './TargetSelect.tsx'
import { useSend } from './use-send.ts'

const words = text.imports.choose

interface ChooseFileProps {
  readonly target: Target
  readonly onTarget: (target: Target) => void
  readonly onArrived: (upload: string) => void
}

/** A file by drop or dialog, or rows by paste; and where they go. */
export function ChooseFile({ target, onTarget, onArrived }: ChooseFileProps) {
  const { sending, send, cancel } = useSend(onArrived)
  useEffect(() => {
    const dropped = takeHandedOver()
    if (dropped) void send(dropped)
  }, [send])
  return (
    <div className={classes.column}>
      <div>
        <h2 className={classes.question}>{words.question}</h2>
        <p className={classes.sentence}>{words.sentence}</p>
      </div>
      <TargetSelect target={target} onChange={onTarget} />
      {sending.is === 'sending' ? (
        <SendingBar file={sending.file} sent={sending.sent} onCancel={cancel} />
      ) : (
        <Dropzone
          className={classes.drop ?? ''}
          multiple={false}
          tabIndex={-1}
          activateOnKeyboard={false}
          enablePointerEvents
          inputProps={{ 'aria-hidden': true }}
          onDrop={([file]) => file && void send(file)}
        >
          <div className={classes.inside}>
            <IconFileSpreadsheet size={22} stroke={1.5} aria-hidden="true" />
            <p>
              <strong>{words.drop}</strong>
              <br />
              {words.hint}
            </p>
            <Button variant="filled" leftSection={<IconUpload size={14} />}>
              {words.act}
            </Button>
          </div>
        </Dropzone>
      )}
      {sending.is === 'failed' && (
        <div className={classes.error} role="alert">
          <StatusGlyph shape="alert" hue="red" />
          <p>
            <strong>{sending.trouble.what}</strong> {sending.trouble.cure}
          </p>
          <Button size="compact-xs" onClick={() => void send(sending.file)}>
            {words.again}
          </Button>
        </div>
      )}
      <PasteRows onArrived={onArrived} />
    </div>
  )
}
