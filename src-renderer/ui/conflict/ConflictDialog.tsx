import { Button, Modal } from '@mantine/core'
import { text } from '../../text/text.ts'
import classes from './ConflictTable.module.css'
import { ConflictTable } from './ConflictTable.tsx'
import { type Conflict, conflictOf } from './conflict-of.ts'
import { shownField } from './shown-field.ts'

const words = text.settings.conflict

interface ConflictDialogProps<V> {
  /** The save that was refused; nothing is shown for any other end of it. */
  readonly save: {
    readonly error: unknown
    readonly variables: V | undefined
    readonly mutate: (values: V) => void
    readonly reset: () => void
  }
  /** How the form calls its fields. */
  readonly names: Readonly<Record<string, string>>
  /** Values that are not words or numbers of their own. */
  // biome-ignore lint/suspicious/noExplicitAny: each field knows what it holds
  readonly show?: Readonly<Record<string, (value: any) => string>>
  /** What is sent so that only what was not touched here stays theirs. */
  readonly mine: (sent: V, conflict: Conflict) => V
  readonly onTheirs: () => void
}

/** Somebody else saved the same meanwhile: theirs is taken, or this window's goes over it. Escape leads back to the form. */
export function ConflictDialog<V>({ save, names, show = {}, mine, onTheirs }: ConflictDialogProps<V>) {
  const conflict = conflictOf(save.error)
  const { variables } = save
  if (conflict === undefined || variables === undefined) return null
  const clashes = conflict.changed.some(({ yours }) => yours !== undefined)
  return (
    <Modal opened onClose={save.reset} title={words.dialog}>
      <p>{conflict.what}</p>
      <ConflictTable
        changed={conflict.changed}
        nameOf={field => names[field] ?? field}
        shown={(field, value) => show[field]?.(value) ?? shownField(value)}
      />
      <div className={classes.ways}>
        <Button
          onClick={() => {
            save.reset()
            onTheirs()
          }}
        >
          {words.takeTheirs}
        </Button>
        <Button variant="filled" data-autofocus onClick={() => save.mutate(mine(variables, conflict))}>
          {clashes ? words.keepMine : words.keepBoth}
        </Button>
      </div>
    </Modal>
  )
}
