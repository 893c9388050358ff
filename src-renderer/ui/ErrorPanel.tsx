import { Button } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { refusalOf } from '../api/client.ts'
import { text } from '../text/text.ts'
import classes from './ErrorPanel.module.css'
import { StatusGlyph } from './StatusGlyph.tsx'

interface ErrorPanelProps {
  /** What could not be shown: "The list of calls could not be loaded". */
  readonly what: string
  readonly error: unknown
  readonly onRetry: () => void
}

/** What failed, what still works, a code to quote, and the way on; never a blank panel. */
export function ErrorPanel({ what, error, onRetry }: ErrorPanelProps) {
  const refusal = refusalOf(error)
  return (
    <div className={classes.panel} role="alert">
      <StatusGlyph shape="alert" hue="red" size={16} />
      <div className={classes.words}>
        <strong>{refusal?.what ?? what}</strong>
        <p>{refusal?.cure ?? text.shell.stillWorks}</p>
        {refusal && <p className={classes.code}>{text.shell.code(refusal.code)}</p>}
      </div>
      <Button variant="filled" leftSection={<IconRefresh size={14} />} onClick={onRetry}>
        {text.shell.tryAgain}
      </Button>
    </div>
  )
}
