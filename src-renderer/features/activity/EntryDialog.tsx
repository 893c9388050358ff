import { Modal } from '@mantine/core'
import type { ActivityEntry } from '../../../src-main/contract/activity.ts'
import { clockSeconds, day } from '../../format/time.ts'
import { text } from '../../text/text.ts'
import { actionName, actorName, changedValue, partName } from '../../ui/activity/entry-text.ts'
import { SubjectLink } from '../../ui/activity/SubjectLink.tsx'
import classes from './EntryDialog.module.css'

const words = text.activity

/** One entry in full: each part before and after, and what was noted with it. */
export function EntryDialog({ entry, onClose }: { entry: ActivityEntry; onClose: () => void }) {
  const { action, actor, at, subject, changes, notes } = entry
  return (
    <Modal opened onClose={onClose} title={actionName(action)} size={780}>
      <p className={classes.fact}>
        {actorName(actor)}, {day(at)} <span className="num">{clockSeconds(at)}</span>,{' '}
        <SubjectLink subject={subject} />
      </p>
      {changes.length > 0 && (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{words.part}</th>
              <th scope="col">{words.before}</th>
              <th scope="col">{words.after}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ part, before, after }) => (
              <tr key={part}>
                <th scope="row">{partName(part)}</th>
                <td className="num">{changedValue(part, before)}</td>
                <td className="num">{changedValue(part, after)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {notes.length > 0 && (
        <dl className={classes.notes}>
          {notes.map(({ name, value }) => (
            <div key={name}>
              <dt>{partName(name)}</dt>
              <dd className="num">{changedValue(name, value)}</dd>
            </div>
          ))}
        </dl>
      )}
    </Modal>
  )
}
