import { Button } from '@mantine/core'
import type { EditablePart } from '../../../src-main/contract/campaign-edit.ts'
import { text } from '../../text/text.ts'
import { nameOfPart } from '../campaign/form/shown-value.ts'
import classes from './LaunchDialog.module.css'

const words = text.launch.settings

interface ChangedPartProps {
  readonly parts: readonly EditablePart[]
  readonly onChange: () => void
  readonly onDrop: () => void
}

/** Which settings become others with this run. */
export const ChangedPart = ({ parts, onChange, onDrop }: ChangedPartProps) => (
  <section className={classes.changed} aria-label={words.title}>
    <div>
      <p>{parts.length === 0 ? words.stay : words.change(parts.map(nameOfPart))}</p>
      {parts.length > 0 && <small>{words.before}</small>}
    </div>
    {parts.length > 0 && <Button onClick={onDrop}>{words.drop}</Button>}
    <Button onClick={onChange}>{words.open}</Button>
  </section>
)
