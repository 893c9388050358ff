import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ContactQuery, ContactSort } from '../../../src-main/contract/contact-query.ts'
import { api } from '../../api/client.ts'
import { text } from '../../text/text.ts'
import { Choice } from '../campaign/fields/Choice.tsx'
import { Field } from '../Field.tsx'
import { ExportFrame } from './ExportFrame.tsx'
import { type ExportedRows, RowsField } from './RowsField.tsx'

const words = text.exports

interface ExportDialogProps {
  readonly query: ContactQuery
  readonly sort: ContactSort
  /** Keys of the columns that are shown, in their order. */
  readonly columns: readonly string[]
  /** What is exported, as it stands in the history: `Contacts of Autumn leads`. */
  readonly title: string
  readonly onClose: () => void
}

const filtered = ({ search, filter }: ContactQuery) => search !== '' || (filter?.of.length ?? 0) > 0

/** Contacts as they are shown, or all of them with all that is known. */
export function ExportDialog({ query, sort, columns, title, onClose }: ExportDialogProps) {
  const [rows, setRows] = useState<ExportedRows>(filtered(query) ? 'filtered' : 'all')
  const [shown, setShown] = useState<'shown' | 'all'>('shown')
  const chosen: ContactQuery = rows === 'all' ? { scope: query.scope, search: '', filter: null } : query
  const found = useQuery(api.contacts.count.queryOptions({ input: { query: chosen } }))
  return (
    <ExportFrame
      what={{ of: 'contacts', query: chosen, sort }}
      columns={shown === 'all' ? null : columns}
      title={title}
      rows={found.data?.contacts}
      onClose={onClose}
    >
      {filtered(query) && <RowsField help={words.rowsHelp} value={rows} onChange={setRows} />}
      <Field
        label={words.columns}
        help={shown === 'all' ? words.columnsHelp.all : words.columnsHelp.shown(columns.length)}
      >
        <Choice
          label={words.columns}
          choices={['shown', 'all'] as const}
          name={choice => words.columnChoices[choice]}
          value={shown}
          onChange={setShown}
        />
      </Field>
    </ExportFrame>
  )
}
