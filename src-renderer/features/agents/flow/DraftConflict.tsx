import { Button } from '@mantine/core'
import { inWords } from '../../../../src-main/contract/flow.ts'
import { text } from '../../../text/text.ts'
import { StatusGlyph } from '../../../ui/StatusGlyph.tsx'
import classes from './DraftConflict.module.css'
import type { Conflict } from './use-draft.ts'

const words = text.flow.conflict
const parts: Readonly<Record<string, string>> = text.flow.publishing.parts

interface DraftConflictProps {
  readonly conflict: Conflict
  readonly onTakeTheirs: () => void
  readonly onKeepMine: () => void
}

/** A second window saved this flow: what differs, and which of both is kept. */
export function DraftConflict({ conflict: { changed }, onTakeTheirs, onKeepMine }: DraftConflictProps) {
  const names = changed.map(({ field }) =>
    field.startsWith('steps.') ? inWords(field.slice('steps.'.length)) : (parts[field] ?? field),
  )
  return (
    <section className={classes.conflict} role="alert" aria-label={words.title}>
      <StatusGlyph shape="triangle" hue="yellow" />
      <p>
        <strong>{words.title}.</strong> {words.what} {words.differs}:{' '}
        {names.length === 0 ? words.nothing : names.join(', ')}
      </p>
      <Button onClick={onTakeTheirs}>{words.theirs}</Button>
      <Button onClick={onKeepMine}>{words.mine}</Button>
    </section>
  )
}
