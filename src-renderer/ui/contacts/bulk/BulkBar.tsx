import { Button, CloseButton, Menu, UnstyledButton } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { text } from '../../../text/text.ts'
import classes from './BulkBar.module.css'

const words = text.contacts.bulk

export type BulkDialog =
  | 'campaign'
  | 'add_tags'
  | 'remove_tags'
  | 'add_to_list'
  | 'language'
  | 'zone'
  | 'field'
  | 'do_not_call'
  | 'delete'

interface BulkBarProps {
  readonly contacts: number
  /** All that match; `undefined` where all are selected already. */
  readonly all: number | undefined
  readonly onAll: () => void
  readonly onAsk: (dialog: BulkDialog) => void
  /** Given where the table shows a list. */
  readonly onLeaveList: (() => void) | undefined
  readonly onClear: () => void
}

/** What can be done with the selected contacts; it stands in room of its own and covers no row. */
export function BulkBar({ contacts, all, onAll, onAsk, onLeaveList, onClear }: BulkBarProps) {
  return (
    <BulkFrame contacts={contacts} all={all} onAll={onAll} onClear={onClear}>
      <Act word={words.campaign} onClick={() => onAsk('campaign')} />
      <Acts
        word={words.tag}
        acts={[
          [words.addTags, () => onAsk('add_tags')],
          [words.removeTags, () => onAsk('remove_tags')],
        ]}
      />
      {onLeaveList ? (
        <Acts
          word={words.list}
          acts={[
            [words.addToList, () => onAsk('add_to_list')],
            [words.removeFromList, onLeaveList],
          ]}
        />
      ) : (
        <Act word={words.list} onClick={() => onAsk('add_to_list')} />
      )}
      <Acts
        word={words.set}
        acts={[
          [words.language, () => onAsk('language')],
          [words.zone, () => onAsk('zone')],
          [words.field, () => onAsk('field')],
        ]}
      />
      <Act word={words.doNotCall} danger onClick={() => onAsk('do_not_call')} />
      <Act word={words.remove} danger onClick={() => onAsk('delete')} />
    </BulkFrame>
  )
}

interface BulkFrameProps extends Pick<BulkBarProps, 'contacts' | 'all' | 'onAll' | 'onClear'> {
  readonly children: ReactNode
}

/** How many are selected, all that match, and the way out; between them what can be done. */
export const BulkFrame = ({ contacts, all, onAll, onClear, children }: BulkFrameProps) => (
  <div className={classes.room}>
    <section className={classes.bar} aria-label={words.label}>
      <strong className="num" aria-live="polite">
        {words.selected(contacts)}
      </strong>
      {all !== undefined && (
        <UnstyledButton className={classes.all} onClick={onAll}>
          {words.selectAll(all)}
        </UnstyledButton>
      )}
      <span className={classes.line} aria-hidden="true" />
      {children}
      <CloseButton size="sm" aria-label={words.clear} onClick={onClear} />
    </section>
  </div>
)

interface ActProps {
  readonly word: string
  readonly danger?: boolean
  readonly onClick: () => void
}

export const Act = ({ word, danger = false, onClick }: ActProps) => (
  <Button
    size="compact-xs"
    variant="subtle"
    className={(danger ? classes.danger : classes.act) ?? ''}
    onClick={onClick}
  >
    {word}
  </Button>
)

export const Acts = ({
  word,
  acts,
}: {
  word: string
  acts: readonly (readonly [name: string, act: () => void])[]
}) => (
  <Menu position="top">
    <Menu.Target>
      <Button
        size="compact-xs"
        variant="subtle"
        className={classes.act ?? ''}
        rightSection={<IconChevronDown size={12} aria-hidden="true" />}
      >
        {word}
      </Button>
    </Menu.Target>
    <Menu.Dropdown>
      {acts.map(([name, act]) => (
        <Menu.Item key={name} onClick={act}>
          {name}
        </Menu.Item>
      ))}
    </Menu.Dropdown>
  </Menu>
)
