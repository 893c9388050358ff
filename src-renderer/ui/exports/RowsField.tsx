import { text } from '../../text/text.ts'
import { Choice } from '../campaign/fields/Choice.tsx'
import { Field } from '../Field.tsx'

const words = text.exports

export type ExportedRows = 'filtered' | 'all'

interface RowsFieldProps {
  readonly help: Readonly<Record<ExportedRows, string>>
  readonly value: ExportedRows
  readonly onChange: (rows: ExportedRows) => void
}

/** Whether the rows that were found leave, or all. */
export const RowsField = ({ help, value, onChange }: RowsFieldProps) => (
  <Field label={words.rows} help={help[value]}>
    <Choice
      label={words.rows}
      choices={['filtered', 'all'] as const}
      name={choice => words.rowChoices[choice]}
      value={value}
      onChange={onChange}
    />
  </Field>
)
