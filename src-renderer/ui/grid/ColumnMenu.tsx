import { ActionIcon, Button, Checkbox, Popover } from '@mantine/core'
import {
  IconAdjustmentsHorizontal,
  IconArrowDown,
  IconArrowUp,
  IconMinus,
  IconPin,
  IconPinFilled,
  IconPlus,
} from '@tabler/icons-react'
import { text } from '../../text/text.ts'
import classes from './Grid.module.css'
import type { GridColumn } from './grid-column.ts'
import {
  asProposed,
  inOrder,
  isPinned,
  isShown,
  moved,
  widthOf,
  withPinned,
  withShown,
  withWidth,
} from './layout.ts'
import { changeLayout, useLayout } from './use-layout.ts'

const words = text.grid.columns
const step = 24

interface ColumnMenuProps {
  readonly table: string
  readonly columns: readonly GridColumn<never>[]
}

/** Which columns a table shows, in which order, how wide, and which of them stay at the left. */
export function ColumnMenu({ table, columns }: ColumnMenuProps) {
  const layout = useLayout(table)
  const ordered = inOrder(columns, layout)
  return (
    <Popover position="bottom-end" trapFocus withinPortal>
      <Popover.Target>
        <ActionIcon aria-label={words.title} title={words.title}>
          <IconAdjustmentsHorizontal size={16} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={words.title}>
        <ul className={classes.menu}>
          {ordered.map(column => (
            <li key={column.id} className={classes.menuLine}>
              <Checkbox
                className={classes.menuName ?? ''}
                label={column.head}
                checked={isShown(column, layout)}
                disabled={column.always === true}
                onChange={event => {
                  const shown = event.currentTarget.checked
                  changeLayout(table, now => withShown(now, column.id, shown))
                }}
              />
              <Moves table={table} columns={columns} column={column} />
            </li>
          ))}
        </ul>
        <div className={classes.menuFoot}>
          <p className={classes.menuNote}>{words.narrow}</p>
          <Button
            size="compact-xs"
            variant="subtle"
            ml={-8}
            onClick={() => changeLayout(table, () => asProposed)}
          >
            {words.reset}
          </Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}

function Moves({ table, columns, column }: ColumnMenuProps & { readonly column: GridColumn<never> }) {
  const layout = useLayout(table)
  if (!isShown(column, layout)) return null
  const { id, head } = column
  const pinned = isPinned(column, layout)
  const width = widthOf(column, layout)
  const acts = [
    {
      label: pinned ? words.unpin(head) : words.pin(head),
      icon: pinned ? IconPinFilled : IconPin,
      change: () => changeLayout(table, now => withPinned(now, id, !pinned)),
    },
    {
      label: words.left(head),
      icon: IconArrowUp,
      change: () => changeLayout(table, now => moved(now, columns, id, -1)),
    },
    {
      label: words.right(head),
      icon: IconArrowDown,
      change: () => changeLayout(table, now => moved(now, columns, id, 1)),
    },
    {
      label: words.narrower(head),
      icon: IconMinus,
      change: () => changeLayout(table, now => withWidth(now, id, width - step)),
    },
    {
      label: words.wider(head),
      icon: IconPlus,
      change: () => changeLayout(table, now => withWidth(now, id, width + step)),
    },
  ]
  return acts.map(({ label, icon: Icon, change }) => (
    <ActionIcon key={label} size="sm" aria-label={label} title={label} onClick={change}>
      <Icon size={13} />
    </ActionIcon>
  ))
}
