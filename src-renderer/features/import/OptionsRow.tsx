import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/client.ts'
import { text } from '../../text/text.ts'
import { Choice } from '../../ui/campaign/fields/Choice.tsx'
import { Field } from '../../ui/Field.tsx'
import { TagField } from '../../ui/TagField.tsx'
import classes from './OptionsRow.module.css'
import type { RowOptions } from './plan.ts'

const words = text.imports.options
const mostTags = 50

interface OptionsRowProps {
  readonly options: RowOptions
  readonly intoCampaign: boolean
  readonly onChange: (part: Partial<RowOptions>) => void
}

/** What holds for all rows, besides country and known numbers. */
export function OptionsRow({ options, intoCampaign, onChange }: OptionsRowProps) {
  const tags = useQuery(api.tags.all.queryOptions())
  return (
    <section className={classes.row} aria-label={words.label}>
      <Field label={words.without}>
        <Choice
          label={words.without}
          choices={['reject', 'keep'] as const}
          name={choice => words.withoutChoices[choice]}
          value={options.withoutNumber}
          onChange={withoutNumber => onChange({ withoutNumber })}
        />
      </Field>
      {intoCampaign && (
        <Field label={words.priority}>
          <Choice
            label={words.priority}
            choices={['high', 'normal', 'low'] as const}
            name={choice => words.priorities[choice]}
            value={options.priority}
            onChange={priority => onChange({ priority })}
          />
        </Field>
      )}
      <TagField
        className={classes.tags ?? ''}
        size="xs"
        label={words.tags}
        placeholder={options.tags.length === 0 ? words.tagsPlaceholder : ''}
        data={tags.data?.map(({ name }) => name) ?? []}
        limit={20}
        maxTags={mostTags}
        maxLength={100}
        value={[...options.tags]}
        onChange={next => onChange({ tags: next })}
      />
    </section>
  )
}
