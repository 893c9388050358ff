import { memo } from 'react'
import type { ColumnUse, ImportCheck, ImportPreview } from '../../../src-main/contract/imports.ts'
import { text } from '../../text/text.ts'
import { StatusGlyph } from '../../ui/StatusGlyph.tsx'
import classes from './ColumnTable.module.css'
import { columnNote } from './column-note.ts'
import { nameOfUse } from './mapping.ts'
import { UseSelect } from './UseSelect.tsx'
import { useNear } from './use-near.ts'

interface ColumnHeadProps {
  readonly index: number
  readonly proposed: ImportPreview['columns'][number]
  readonly use: ColumnUse
  readonly problem: string | undefined
  readonly check: ImportCheck | undefined
  readonly fields: readonly string[]
  readonly intoCampaign: boolean
  /** Hundreds of choices at once would make each change wait for seconds: only those in sight are drawn. */
  readonly many: boolean
  readonly onUse: (column: number, use: ColumnUse) => void
}

/** Heading, choice, and one line about it. */
export const ColumnHead = memo(function ColumnHead(props: ColumnHeadProps) {
  const { index, proposed, use, problem, check, fields, intoCampaign, many, onUse } = props
  const [cell, near] = useNear<HTMLTableCellElement>(!many)
  const heading = proposed.heading || text.imports.columns.nameless(index + 1)
  const note = problem
    ? { look: { shape: 'alert', hue: 'red' } as const, words: problem }
    : columnNote(index, use, proposed, check)
  return (
    <th ref={cell} scope="col" className={classes.head}>
      <span className={classes.heading} title={heading}>
        {heading}
      </span>
      {near ? (
        <UseSelect
          heading={heading}
          use={use}
          proposed={proposed.use}
          fields={fields}
          intoCampaign={intoCampaign}
          wrong={problem !== undefined}
          onUse={next => onUse(index, next)}
        />
      ) : (
        <span className={classes.unseenUse}>{nameOfUse(use)}</span>
      )}
      <span
        className={classes.note}
        data-wrong={problem !== undefined || undefined}
        {...(note && 'more' in note && { title: note.more })}
      >
        {note && (
          <>
            <StatusGlyph {...note.look} size={12} /> <span>{note.words}</span>
          </>
        )}
      </span>
    </th>
  )
})
