import type { ActivityEntry } from '../../../src-main/contract/activity.ts'
import { dash } from '../../format/number.ts'
import { moment } from '../../format/time.ts'
import { text } from '../../text/text.ts'
import { actionName, actorName, summary } from '../../ui/activity/entry-text.ts'
import { SubjectLink } from '../../ui/activity/SubjectLink.tsx'
import classes from '../../ui/Cut.module.css'
import type { Column } from '../../ui/table-column.ts'

const words = text.activity.columns

export const activityColumns: readonly Column<ActivityEntry>[] = [
  {
    id: 'when',
    head: words.when,
    width: '128px',
    cell: ({ at }) => <span className="num">{moment(at)}</span>,
  },
  {
    id: 'who',
    head: words.who,
    width: '96px',
    cell: ({ actor }) => <span className={classes.cut}>{actorName(actor)}</span>,
  },
  {
    id: 'what',
    head: words.what,
    width: 'minmax(160px, 0.8fr)',
    cell: ({ action }) => <span className={classes.name}>{actionName(action)}</span>,
  },
  {
    id: 'about',
    head: words.about,
    width: 'minmax(196px, 1.3fr)',
    cell: ({ subject }) => (
      <span className={classes.cut}>
        <SubjectLink subject={subject} />
      </span>
    ),
  },
  {
    id: 'change',
    head: words.change,
    width: 'minmax(220px, 2.1fr)',
    cell: entry => {
      const shown = summary(entry) || dash
      return (
        <span className={classes.cut} title={shown}>
          {shown}
        </span>
      )
    },
  },
]
