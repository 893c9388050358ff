import { memo } from 'react'
import type { ImportCheck } from '../../../src-main/contract/imports.ts'
import { dash } from '../../format/number.ts'
import { text } from '../../text/text.ts'
import { StatusGlyph } from '../../ui/StatusGlyph.tsx'
import classes from './ColumnTable.module.css'

interface MarkedCellProps {
  readonly value: string
  readonly mark: ImportCheck['marked'][number]['marks'][number] | undefined
  readonly leftOut: boolean
}

/** A cell as it stands in the file; what is wrong with it is said in it. */
export const MarkedCell = memo(function MarkedCell({ value, mark, leftOut }: MarkedCellProps) {
  return (
    <td
      className={classes.cell}
      data-mark={mark?.level}
      data-left-out={leftOut || value === '' || undefined}
      title={mark ? text.told(mark.text) : value}
    >
      {mark?.level === 'error' && <StatusGlyph shape="alert" hue="red" />}
      {value === '' && !mark ? dash : value}
      {mark &&
        (mark.level === 'error' ? (
          value === '' ? (
            text.told(mark.text)
          ) : (
            `, ${text.sentence.within(text.told(mark.text))}`
          )
        ) : (
          <span className="unseen">, {text.told(mark.text)}</span>
        ))}
    </td>
  )
})
