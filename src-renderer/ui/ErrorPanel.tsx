import { Button } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { faultCodeOf, refusalOf } from '../api/client.ts'
import { text } from '../text/text.ts'
import classes from './ErrorPanel.module.css'
import { StatusGlyph } from './StatusGlyph.tsx'

interface ErrorPanelProps {
  /** What could not be shown: "The list of calls could not be loaded". */
  readonly what: string
  readonly error: unknown
  readonly onRetry: () => void
  /** Other ways on, as buttons. */
  readonly children?: ReactNode
}

/** What failed, what still works, a code to quote, and the way on; never a blank panel. */
export function ErrorPanel({ what, error, onRetry, children }: ErrorPanelProps) {
  const refusal = refusalOf(error)
  const code = refusal?.code ?? faultCodeOf(error)
  return (
    <div className={classes.panel} role="alert">
      <StatusGlyph shape="alert" hue="red" size={16} />
      <div className={classes.words}>
        <strong>{refusal?.what ?? what}</strong>
        <p>{refusal?.cure ?? text.shell.stillWorks}</p>
        {code && <p className={classes.code}>{text.shell.code(code)}</p>}
      </div>
      {children}
      <Button variant="filled" leftSection={<IconRefresh size={14} />} onClick={onRetry}>
        {text.shell.tryAgain}
      </Button>
    </div>
  )
}
