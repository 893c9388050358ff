import { Button } from '@mantine/core'
import { text } from '../../../text/text.ts'
import { ConflictTable } from '../../conflict/ConflictTable.tsx'
import { StatusGlyph } from '../../StatusGlyph.tsx'
import classes from './ConflictPanel.module.css'
import { nameOfPart, shownValue } from './shown-value.ts'
import type { Conflict } from './use-saving.ts'

const words = text.settings.conflict

interface ConflictPanelProps {
  readonly conflict: Conflict
  readonly onSettle: (keep: 'theirs' | 'mine') => void
}

/** Somebody else saved meanwhile: what they changed stands beside what was wanted here, and one of both is kept. */
export function ConflictPanel({ conflict, onSettle }: ConflictPanelProps) {
  const clashes = conflict.changed.some(({ yours }) => yours !== undefined)
  return (
    <section className={classes.conflict} role="alert" aria-label={words.title}>
      <p className={classes.title}>
        <StatusGlyph shape="triangle" hue="yellow" />
        {words.title}
      </p>
      <ConflictTable changed={conflict.changed} nameOf={nameOfPart} shown={shownValue} />
      <div className={classes.ways}>
        {clashes && <Button onClick={() => onSettle('theirs')}>{words.takeTheirs}</Button>}
        <Button variant="filled" onClick={() => onSettle('mine')}>
          {clashes ? words.keepMine : words.keepBoth}
        </Button>
      </div>
    </section>
  )
}
