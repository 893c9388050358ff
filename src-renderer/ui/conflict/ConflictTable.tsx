import { text } from '../../text/text.ts'
import classes from './ConflictTable.module.css'
import type { Conflict } from './conflict-of.ts'

const words = text.settings.conflict

interface ConflictTableProps {
  readonly changed: Conflict['changed']
  readonly nameOf: (field: string) => string
  readonly shown: (field: string, value: unknown) => string
}

/** Field by field what they saved, beside what is wanted here. */
export const ConflictTable = ({ changed, nameOf, shown }: ConflictTableProps) => (
  <table className={classes.table}>
    <thead>
      <tr>
        <th scope="col">{words.field}</th>
        <th scope="col">{words.theirs}</th>
        <th scope="col">{words.mine}</th>
      </tr>
    </thead>
    <tbody>
      {changed.map(({ field, theirs, yours }) => (
        <tr key={field}>
          <td>{nameOf(field)}</td>
          <td className="num">{shown(field, theirs)}</td>
          <td className="num">{yours === undefined ? words.untouched : shown(field, yours)}</td>
        </tr>
      ))}
    </tbody>
  </table>
)
