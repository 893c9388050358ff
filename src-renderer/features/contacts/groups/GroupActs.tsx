import { ActionIcon, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import type { ContactList, Segment } from '../../../../src-main/contract/contact-groups.ts'
import { text } from '../../../text/text.ts'
import type { GroupAsked } from './ask.ts'

const words = text.contacts.scope

interface GroupActsProps {
  readonly list: ContactList | undefined
  readonly segment: Segment | undefined
  readonly onAsk: (asked: GroupAsked) => void
}

/** What can be done with the list or segment that is shown. */
export function GroupActs({ list, segment, onAsk }: GroupActsProps) {
  const name = list?.name ?? segment?.name
  if (name === undefined) return null
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <ActionIcon size="sm" aria-label={words.menu(name)}>
          <IconDots size={15} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {segment && (
          <Menu.Item onClick={() => onAsk({ is: 'edit-segment', segment })}>{words.editFilter}</Menu.Item>
        )}
        <Menu.Item
          onClick={() =>
            list ? onAsk({ is: 'rename-list', list }) : segment && onAsk({ is: 'rename-segment', segment })
          }
        >
          {words.rename}
        </Menu.Item>
        <Menu.Item
          onClick={() =>
            list ? onAsk({ is: 'remove-list', list }) : segment && onAsk({ is: 'remove-segment', segment })
          }
        >
          {words.remove}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
