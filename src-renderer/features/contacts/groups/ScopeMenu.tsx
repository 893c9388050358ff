import { Popover, TextInput, UnstyledButton } from '@mantine/core'
import { IconCheck, IconChevronDown, IconPlus, IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, useRef, useState } from 'react'
import type { ContactList, Segment } from '../../../../src-main/contract/contact-groups.ts'
import { count } from '../../../format/number.ts'
import { text } from '../../../text/text.ts'
import type { ContactSearch } from '../search.ts'
import type { GroupAsked } from './ask.ts'
import classes from './ScopeMenu.module.css'

const words = text.contacts

interface ScopeMenuProps {
  readonly name: string
  readonly now: ContactSearch
  readonly lists: readonly ContactList[]
  readonly segments: readonly Segment[]
  readonly onShow: (group: { readonly list: number } | { readonly segment: number } | 'all') => void
  readonly onAsk: (asked: GroupAsked) => void
}

/** Which contacts the table shows: all, those of a list, or those that fit a segment. */
export function ScopeMenu({ name, now, lists, segments, onShow, onAsk }: ScopeMenuProps) {
  const [opened, setOpened] = useState(false)
  const [typed, setTyped] = useState('')
  const menu = useRef<HTMLElement>(null)
  const close = () => {
    setOpened(false)
    setTyped('')
  }
  const show: ScopeMenuProps['onShow'] = group => {
    close()
    onShow(group)
  }
  const ask = (asked: GroupAsked) => {
    close()
    onAsk(asked)
  }
  const sought = typed.trim().toLowerCase()
  const fits = (group: { readonly name: string }) => group.name.toLowerCase().includes(sought)
  const foundLists = lists.filter(fits)
  const foundSegments = segments.filter(fits)
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    const buttons = [...(menu.current?.querySelectorAll('button') ?? [])]
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement)
    buttons[Math.max(0, Math.min(buttons.length - 1, at + step))]?.focus()
  }
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" width={320} trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton
          className={classes.target}
          aria-label={`${words.scope.choose}: ${name}`}
          aria-haspopup="dialog"
          aria-expanded={opened}
          onClick={() => setOpened(!opened)}
        >
          <span className={classes.name}>{name}</span>
          <IconChevronDown size={13} aria-hidden="true" />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={words.scope.choose} p={8}>
        <search ref={menu} onKeyDown={onKeyDown}>
          <TextInput
            data-autofocus
            aria-label={words.scope.find}
            placeholder={words.scope.find}
            leftSection={<IconSearch size={14} />}
            value={typed}
            onChange={event => setTyped(event.currentTarget.value)}
          />
          <div className={classes.groups}>
            {sought === '' && (
              <Entry
                name={words.all}
                chosen={now.list === undefined && now.segment === undefined}
                onClick={() => show('all')}
              />
            )}
            <h2 className={classes.head}>{words.lists}</h2>
            {foundLists.map(({ id, name: own, contacts }) => (
              <Entry
                key={id}
                name={own}
                figure={contacts}
                chosen={now.list === id}
                onClick={() => show({ list: id })}
              />
            ))}
            <NewEntry name={words.scope.newList} onClick={() => ask({ is: 'new-list' })} />
            <h2 className={classes.head}>{words.segments}</h2>
            {foundSegments.map(({ id, name: own }) => (
              <Entry key={id} name={own} chosen={now.segment === id} onClick={() => show({ segment: id })} />
            ))}
            <NewEntry name={words.scope.newSegment} onClick={() => ask({ is: 'new-segment' })} />
            {sought !== '' && foundLists.length + foundSegments.length === 0 && (
              <p className={classes.none}>{words.scope.none}</p>
            )}
          </div>
        </search>
      </Popover.Dropdown>
    </Popover>
  )
}

interface EntryProps {
  readonly name: string
  readonly figure?: number
  readonly chosen: boolean
  readonly onClick: () => void
}

const Entry = ({ name, figure, chosen, onClick }: EntryProps) => (
  <UnstyledButton className={classes.entry} aria-current={chosen || undefined} onClick={onClick}>
    <span className={classes.mark}>{chosen && <IconCheck size={14} aria-hidden="true" />}</span>
    <span className={classes.name}>{name}</span>
    {figure !== undefined && <span className={`${classes.figure} num`}>{count(figure)}</span>}
  </UnstyledButton>
)

const NewEntry = ({ name, onClick }: { name: string; onClick: () => void }) => (
  <UnstyledButton className={classes.entry} data-new onClick={onClick}>
    <span className={classes.mark}>
      <IconPlus size={14} aria-hidden="true" />
    </span>
    {name}
  </UnstyledButton>
)
