import { Modal, Switch } from '@mantine/core'
import { text } from '../text/text.ts'
import { Kbd } from '../ui/Kbd.tsx'
import { useLetterKeys } from '../ui/use-keys.ts'
import classes from './KeyHelp.module.css'
import { closeDialog, useOpen } from './open.ts'

const words = text.shell.keys

const list: ReadonlyArray<{ keys: readonly string[]; does: string }> = [
  { keys: ['Ctrl', 'K'], does: words.palette },
  { keys: ['?'], does: words.help },
  { keys: ['F1'], does: words.helpPage },
  { keys: ['G', words.followedBy, 'H', 'C', 'L', 'N', 'A', 'E', 'T'], does: words.go },
  { keys: ['/'], does: words.filter },
  { keys: ['1', '–', '6'], does: words.tabs },
  { keys: ['N'], does: words.fresh },
  { keys: ['J', 'K', '↓', '↑'], does: words.move },
  { keys: ['X', 'Shift X'], does: words.select },
  { keys: ['Enter', 'Space'], does: words.open },
  { keys: ['W'], does: words.why },
  { keys: ['R', 'S', 'P'], does: words.acts },
  { keys: ['Ctrl', 'Z'], does: words.undo },
  { keys: ['F8', 'Shift F8'], does: words.nextFault },
  { keys: ['Ctrl', '←', '→'], does: words.moveColumn },
  { keys: ['Shift', '←', '→'], does: words.widenColumn },
  { keys: ['M', 'H'], does: words.listen },
  { keys: ['Space', '←', '→'], does: words.play },
  { keys: ['Ctrl', 'Shift', 'P'], does: words.stop },
  { keys: ['F11'], does: words.wallboard },
  { keys: ['Esc'], does: words.close },
]

const joins = new Set([words.followedBy, '–'])

export function KeyHelp() {
  const opened = useOpen(state => state.dialog === 'keys')
  const letters = useLetterKeys()
  return (
    <Modal opened={opened} onClose={closeDialog} title={words.title} size={780}>
      <dl className={classes.list}>
        {list.map(({ keys, does }) => (
          <div key={does}>
            <dt>
              {keys.map(key => (joins.has(key) ? <span key={key}>{key}</span> : <Kbd key={key}>{key}</Kbd>))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <Switch
        mt={16}
        label={words.letters}
        description={words.lettersHelp}
        checked={letters.on}
        onChange={event => letters.turn(event.currentTarget.checked)}
      />
    </Modal>
  )
}
