import { Button } from '@mantine/core'
import { text } from '../../text/text.ts'
import { ErrorLine } from '../../ui/ErrorLine.tsx'
import { StatusGlyph } from '../../ui/StatusGlyph.tsx'
import { troubleOf } from '../../ui/trouble.ts'
import classes from './TakeVersion.module.css'

const words = text.agents.versions.take

interface TakeVersionProps {
  readonly version: number
  /** The draft has changes of its own. */
  readonly loses: boolean
  readonly pending: boolean
  readonly error: unknown
  readonly onTake: () => void
}

/** An old version becomes the draft again; says what that loses. */
export function TakeVersion({ version, loses, pending, error, onTake }: TakeVersionProps) {
  const trouble = error ? troubleOf(error) : undefined
  return (
    <div className={classes.foot}>
      <p className={classes.note}>
        {loses && <StatusGlyph shape="triangle" hue="yellow" />}
        {loses ? words.lost(version) : words.safe}
      </p>
      <Button loading={pending} {...(loses && { variant: 'filled', 'data-danger': true })} onClick={onTake}>
        {words.act(version)}
      </Button>
      {trouble && (
        <ErrorLine>
          {trouble.what} {trouble.cure}
        </ErrorLine>
      )}
    </div>
  )
}
