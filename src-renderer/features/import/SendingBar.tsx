import { Button } from '@mantine/core'
import { bytes } from '../../format/bytes.ts'
import { ratio, share } from '../../format/number.ts'
import { text } from '../../text/text.ts'
import { Bar } from '../../ui/Bar.tsx'
import { useCalm } from '../../ui/jobs/use-calm.ts'
import classes from './SendingBar.module.css'

const words = text.imports.choose

interface SendingBarProps {
  readonly file: File
  /** Bytes that have left. */
  readonly sent: number
  readonly onCancel: () => void
}

export function SendingBar({ file, sent, onCancel }: SendingBarProps) {
  const part = Math.min(1, ratio(sent, file.size) ?? 1)
  const spoken = useCalm(`${words.sending(file.name)}, ${share(part)}`)
  return (
    <div className={classes.box}>
      <div className={classes.head}>
        <strong>{words.sending(file.name)}</strong>
        <span className="num">{words.sent(bytes(Math.min(sent, file.size)), bytes(file.size))}</span>
        <Button size="compact-xs" autoFocus onClick={onCancel}>
          {words.cancel}
        </Button>
      </div>
      <Bar share={part} />
      <span className="unseen" aria-live="polite">
        {spoken}
      </span>
    </div>
  )
}
