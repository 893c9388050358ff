import { Menu } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { ChipTarget } from '../../../../ui/ChipTarget.tsx'

interface PickMenuProps {
  readonly word: string
  /** On the chip where nothing is chosen. */
  readonly all: string
  readonly values: readonly { readonly id: number; readonly name: string }[]
  readonly chosen: readonly number[]
  readonly onToggle: (id: number) => void
}

/** A chip that opens, and names what is chosen. */
export function PickMenu({ word, all, values, chosen, onToggle }: PickMenuProps) {
  const names = values.filter(({ id }) => chosen.includes(id)).map(({ name }) => name)
  if (values.length < 2 && chosen.length === 0) return null
  return (
    <Menu position="bottom-start" closeOnItemClick={false}>
      <Menu.Target>
        <ChipTarget chosen={chosen.length > 0}>
          {chosen.length > 0 ? `${word}: ${names.join(', ') || chosen.length}` : all}
        </ChipTarget>
      </Menu.Target>
      <Menu.Dropdown mah={360} style={{ overflowY: 'auto' }}>
        {values.map(({ id, name }) => (
          <Menu.Item
            key={id}
            role="menuitemcheckbox"
            aria-checked={chosen.includes(id)}
            rightSection={chosen.includes(id) && <IconCheck size={14} aria-hidden="true" />}
            onClick={() => onToggle(id)}
          >
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
