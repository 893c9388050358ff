import { Button, Menu } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { text } from '../../../text/text.ts'

const words = text.contacts.add

interface AddMenuProps {
  /** The list that is shown, which then is the target. */
  readonly list: number | undefined
  readonly onByHand: () => void
}

export const AddMenu = ({ list, onByHand }: AddMenuProps) => (
  <Menu position="bottom-end">
    <Menu.Target>
      <Button variant="filled" leftSection={<IconPlus size={14} />}>
        {words.menu}
      </Button>
    </Menu.Target>
    <Menu.Dropdown>
      <Menu.Item onClick={onByHand}>{words.byHand}</Menu.Item>
      {[words.paste, words.file].map(name => (
        <Menu.Item
          key={name}
          renderRoot={props => (
            <Link to="/contacts/import" search={list === undefined ? {} : { list }} {...props} />
          )}
        >
          {name}
        </Menu.Item>
      ))}
    </Menu.Dropdown>
  </Menu>
)
