import { UnstyledButton } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { zoneName } from '../../../format/zone.ts'
import { text } from '../../../text/text.ts'
import type { CallSearch } from '../search.ts'
import classes from './filter.module.css'
import type { FilterProps } from './filter-props.ts'
import { things, useNames } from './use-names.ts'

const words = text.calls

/** What of the filters stands in no box of the bar itself, each to be taken away. */
export function CallChips({ search, onChange }: FilterProps) {
  const names = useNames()
  const without = (...keys: (keyof CallSearch)[]) =>
    onChange(Object.fromEntries(Object.entries(search).filter(([key]) => !keys.some(one => one === key))))
  const named = things.flatMap(thing => {
    const labels = search[thing]?.map(
      id => names[thing].find(({ value }) => value === String(id))?.label ?? id,
    )
    return labels ? [{ keys: [thing], word: `${words.filters[thing]}: ${labels.join(', ')}` } as const] : []
  })
  const chips: readonly { readonly keys: readonly (keyof CallSearch)[]; readonly word: string }[] = [
    ...(search.said ? [{ keys: ['said'], word: words.filters.saidChip(search.said) } as const] : []),
    ...named,
    ...(search.goal
      ? [
          {
            keys: ['goal'],
            word: `${words.filters.goal}: ${search.goal.map(goal => words.goals[goal]).join(', ')}`,
          } as const,
        ]
      : []),
    ...hourChip(search),
    ...(search.min !== undefined || search.max !== undefined
      ? [{ keys: ['min', 'max'], word: words.filters.talk(search.min, search.max) } as const]
      : []),
    ...(search.out ? [{ keys: ['out'], word: words.filters.out } as const] : []),
    ...(search.recorded ? [{ keys: ['recorded'], word: words.filters.recorded } as const] : []),
  ]
  return chips.map(({ keys, word }) => (
    <span key={word} className={classes.chip}>
      <span className={classes.word}>{word}</span>
      <UnstyledButton
        className={classes.away}
        aria-label={words.filters.remove(word)}
        onClick={() => without(...keys)}
      >
        <IconX size={12} aria-hidden="true" />
      </UnstyledButton>
    </span>
  ))
}

function hourChip({ weekday, hour, zone }: CallSearch) {
  if (weekday === undefined || hour === undefined) return []
  const day = Object.values(text.words.days)[weekday - 1] ?? ''
  const where = zone === undefined ? '' : zone === 'contact' ? words.filters.theirTime : ` ${zoneName(zone)}`
  return [{ keys: ['weekday', 'hour', 'zone'], word: words.filters.hour(day, hour) + where } as const]
}
