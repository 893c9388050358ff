import { memo } from 'react'
import type { ColumnUse, ImportCheck, ImportPreview } from '../../../src-main/contract/imports.ts'
import { count } from '../../format/number.ts'
import { text } from '../../text/text.ts'
import { ErrorLine } from '../../ui/ErrorLine.tsx'
import { ColumnHead } from './ColumnHead.tsx'
import classes from './ColumnTable.module.css'
import { MarkedCell } from './MarkedCell.tsx'
import type { MappingProblems } from './mapping.ts'
import { type ShownRow, shownRows } from './shown-rows.ts'

const words = text.imports.columns
const manyColumns = 40

interface ColumnTableProps {
  readonly preview: ImportPreview
  readonly uses: readonly ColumnUse[]
  readonly check: ImportCheck | undefined
  readonly problems: MappingProblems
  /** Fields that contacts have or the agent needs. */
  readonly fields: readonly string[]
  readonly intoCampaign: boolean
  /** Stable between renders. */
  readonly onUse: (column: number, use: ColumnUse) => void
}

/** The file's own rows under the choice for each column, with what is wrong marked in its cell. */
export function ColumnTable(props: ColumnTableProps) {
  const { preview, uses, check, problems, fields, intoCampaign, onUse } = props
  const rows = shownRows(preview.firstRows, check?.marked)
  return (
    <div>
      <section className={classes.scroll} aria-label={words.question} data-field="columns">
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col" className={classes.line}>
                <span className={classes.small}>{words.row}</span>
                <span className={classes.goesTo}>{words.goesTo}</span>
              </th>
              {preview.columns.map((column, index) => (
                <ColumnHead
                  // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place in the file
                  key={index}
                  index={index}
                  proposed={column}
                  use={uses[index] ?? column.use}
                  problem={problems.byColumn.get(index)}
                  check={check}
                  fields={fields}
                  intoCampaign={intoCampaign}
                  many={preview.columns.length > manyColumns}
                  onUse={onUse}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(row => (
              <FileRow key={row.line} row={row} uses={uses} />
            ))}
          </tbody>
        </table>
      </section>
      {problems.all && (
        <div className={classes.error}>
          <ErrorLine>{problems.all}</ErrorLine>
        </div>
      )}
    </div>
  )
}

const FileRow = memo(function FileRow({ row, uses }: { row: ShownRow; uses: readonly ColumnUse[] }) {
  return (
    <tr>
      <th scope="row" className={`${classes.line} num`}>
        {count(row.line)}
      </th>
      {uses.map((use, index) => (
        <MarkedCell
          // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place in the row
          key={index}
          value={row.cells[index] ?? ''}
          mark={row.marks.find(({ column }) => column === index)}
          leftOut={use.as === 'leave_out'}
        />
      ))}
    </tr>
  )
})
