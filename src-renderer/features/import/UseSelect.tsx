import { Select, TextInput } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { ColumnUse } from '../../../src-main/contract/imports.ts'
import { text } from '../../text/text.ts'
import { codeOf, consentKinds, fieldKey, nameOfUse, plainUses, readUse } from './mapping.ts'

const words = text.imports.uses
const newField = 'new field'

interface UseSelectProps {
  readonly heading: string
  readonly use: ColumnUse
  readonly proposed: ColumnUse
  readonly fields: readonly string[]
  readonly intoCampaign: boolean
  readonly wrong: boolean
  readonly onUse: (use: ColumnUse) => void
}

/** What a column becomes. A field that no contact has yet is named in place. */
export function UseSelect(props: UseSelectProps) {
  const { heading, use, proposed, fields, intoCampaign, wrong, onUse } = props
  const [naming, setNaming] = useState(false)
  const data = useMemo(() => {
    const option = (one: ColumnUse) => ({ value: codeOf(one), label: nameOfUse(one) })
    const own = [use, proposed].flatMap(one => (one.as === 'field' ? [one.key] : []))
    const keys = new Set([...own, fieldKey(heading), ...fields].filter(key => key !== ''))
    return [
      {
        group: words.groups.contact,
        items: plainUses
          .filter(as => as !== 'priority' || intoCampaign || use.as === 'priority')
          .map(as => option({ as })),
      },
      {
        group: words.groups.consent,
        items: consentKinds.map(kind => option({ as: 'consent', kind })),
      },
      {
        group: words.groups.fields,
        items: [
          ...[...keys].map(key => option({ as: 'field', key })),
          { value: newField, label: words.newField },
        ],
      },
      { group: words.groups.other, items: [option({ as: 'leave_out' })] },
    ]
  }, [use, proposed, heading, fields, intoCampaign])
  const name = (typed: string) => {
    setNaming(false)
    const key = fieldKey(typed)
    if (key !== '') onUse({ as: 'field', key })
  }
  if (naming)
    return (
      <TextInput
        aria-label={words.fieldName(heading)}
        autoFocus
        maxLength={100}
        defaultValue={fieldKey(heading)}
        onFocus={event => event.currentTarget.select()}
        onBlur={event => name(event.currentTarget.value)}
        onKeyDown={event => {
          if (event.key === 'Enter') name(event.currentTarget.value)
          if (event.key === 'Escape') setNaming(false)
        }}
      />
    )
  return (
    <Select
      aria-label={text.imports.columns.contentOf(heading)}
      data={data}
      searchable
      // Typing finds another use instead of adding to the name of this one.
      onFocus={event => event.currentTarget.select()}
      comboboxProps={{ width: 220, position: 'bottom-start' }}
      value={codeOf(use)}
      error={wrong}
      onChange={code => {
        if (code === newField) return setNaming(true)
        const next = code === null ? undefined : readUse(code)
        if (next) onUse(next)
      }}
    />
  )
}
