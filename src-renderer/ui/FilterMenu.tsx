import { Menu } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { ChipTarget } from './ChipTarget.tsx'
import { StatusGlyph } from './StatusGlyph.tsx'
import type { Look } from './status.ts'

interface FilterMenuProps<Value extends string> {
  readonly word: string
  readonly values: readonly Value[]
  readonly chosen: readonly Value[]
  readonly look: (value: Value) => Look
  readonly name: (value: Value) => string
  /** On the chip, where the name in the menu says more. */
  readonly shortName?: (value: Value) => string
  readonly onToggle: (value: Value) => void
}

/** More values than a bar has room for: a chip that opens, and says how many are chosen. */
export function FilterMenu<Value extends string>(props: FilterMenuProps<Value>) {
  const { word, values, chosen, look, name, shortName = name, onToggle } = props
  return (
    <Menu position="bottom-start" closeOnItemClick={false}>
      <Menu.Target>
        <ChipTarget chosen={chosen.length > 0}>
          {word}
          {chosen.length > 0 && <>: {chosen.map(shortName).join(', ')}</>}
        </ChipTarget>
      </Menu.Target>
      <Menu.Dropdown>
        {values.map(value => (
          <Menu.Item
            key={value}
            role="menuitemcheckbox"
            aria-checked={chosen.includes(value)}
            leftSection={<StatusGlyph {...look(value)} />}
            rightSection={chosen.includes(value) && <IconCheck size={14} aria-hidden="true" />}
            onClick={() => onToggle(value)}
          >
            {name(value)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
