import { ActionIcon, Button, SegmentedControl, Select } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import {
  type Condition,
  type ContactFilter,
  type FilterField,
  filterLimits,
} from '../../../src-main/contract/contact-fields.ts'
import { text } from '../../text/text.ts'
import { ConditionInputs } from './ConditionInputs.tsx'
import {
  added,
  type FilterPart,
  freshCondition,
  isFull,
  isGroup,
  type Path,
  removed,
  replaced,
  withMatch,
} from './edit.ts'
import { fieldGroups, groupsFor } from './fields.ts'
import classes from './filter.module.css'

const words = text.contactFilter

interface FilterGroupProps {
  /** The whole filter: its limits count everything. */
  readonly filter: ContactFilter
  readonly group: ContactFilter
  readonly path: Path
  readonly within: 'all' | 'campaign'
  readonly onChange: (next: ContactFilter) => void
}

/** Conditions that hold together, all or any of them; groups within groups. */
export function FilterGroup({ filter, group, path, within, onChange }: FilterGroupProps) {
  const full = isFull(filter)
  const add = (part: FilterPart) => onChange(added(filter, path, part))
  return (
    <fieldset className={classes.group} aria-label={words.match[group.match]}>
      <div className={classes.groupHead}>
        <SegmentedControl
          aria-label={words.matchOf}
          data={(['all', 'any'] as const).map(value => ({ value, label: words.match[value] }))}
          value={group.match}
          onChange={match => onChange(withMatch(filter, path, match as ContactFilter['match']))}
        />
        {path.length > 0 && (
          <ActionIcon
            size="sm"
            aria-label={words.removeGroup}
            onClick={() => onChange(removed(filter, path))}
          >
            <IconX size={14} />
          </ActionIcon>
        )}
      </div>
      {group.of.map((part, place) => {
        const at = [...path, place]
        return isGroup(part) ? (
          <FilterGroup
            // biome-ignore lint/suspicious/noArrayIndexKey: a part has no other name than its place
            key={place}
            filter={filter}
            group={part}
            path={at}
            within={within}
            onChange={onChange}
          />
        ) : (
          <ConditionRow
            // biome-ignore lint/suspicious/noArrayIndexKey: a part has no other name than its place
            key={place}
            condition={part}
            within={within}
            onChange={next => onChange(replaced(filter, at, next))}
            onRemove={() => onChange(removed(filter, at))}
          />
        )
      })}
      <div className={classes.groupFoot}>
        <Button
          size="compact-xs"
          variant="subtle"
          disabled={full}
          leftSection={<IconPlus size={12} />}
          onClick={() => add(freshCondition('tag'))}
        >
          {words.addCondition}
        </Button>
        {path.length + 1 < filterLimits.depth && (
          <Button
            size="compact-xs"
            variant="subtle"
            disabled={full}
            leftSection={<IconPlus size={12} />}
            onClick={() => add({ match: group.match === 'all' ? 'any' : 'all', of: [freshCondition('tag')] })}
          >
            {words.addGroup}
          </Button>
        )}
      </div>
    </fieldset>
  )
}

interface ConditionRowProps {
  readonly condition: Condition
  readonly within: 'all' | 'campaign'
  readonly onChange: (next: Condition) => void
  readonly onRemove: () => void
}

function ConditionRow({ condition, within, onChange, onRemove }: ConditionRowProps) {
  return (
    <div className={classes.condition} data-custom={condition.field === 'custom' || undefined}>
      <Select
        aria-label={words.field}
        searchable
        maxDropdownHeight={300}
        comboboxProps={{ withinPortal: false }}
        data={groupsFor(within).map(group => ({
          group: words.groups[group],
          items: fieldGroups[group].map(field => ({ value: field as string, label: words.fields[field] })),
        }))}
        value={condition.field}
        onChange={field => field && onChange(freshCondition(field as FilterField))}
      />
      <ConditionInputs condition={condition} onChange={onChange} />
      <ActionIcon size="sm" className={classes.away} aria-label={words.removeCondition} onClick={onRemove}>
        <IconX size={14} />
      </ActionIcon>
    </div>
  )
}
