import { Button } from '@mantine/core'
import { text } from '../../../text/text.ts'
import type { Group } from '../../../ui/campaign/form/change.ts'
import { toField } from '../../../ui/campaign/form/to-field.ts'
import type { Saving } from '../../../ui/campaign/form/use-saving.ts'
import { say } from '../../../ui/say.tsx'
import classes from './Settings.module.css'

const words = text.settings.tab

interface SaveBarProps {
  readonly group: Group
  readonly saving: Saving
}

/** Stands at the foot of a group while something in it is not saved. */
export function SaveBar({ group, saving }: SaveBarProps) {
  const changes = saving.changed([group]).length
  if (changes === 0) return null
  const save = async () => {
    if (await saving.save([group])) say(words.saved)
    else toField()
  }
  return (
    <div className={classes.bar}>
      <span className={classes.changes}>{words.changes(changes)}</span>
      <Button onClick={() => saving.discard([group])}>{words.discard}</Button>
      <Button variant="filled" loading={saving.pending} onClick={() => void save()}>
        {words.save}
      </Button>
    </div>
  )
}
