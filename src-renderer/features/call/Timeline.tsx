import type { CallDetail } from '../../../src-main/contract/calls.ts'
import { clockSeconds } from '../../format/time.ts'
import { text } from '../../text/text.ts'
import { Panel } from '../../ui/Panel.tsx'
import classes from './rows.module.css'

export const Timeline = ({ entries }: { entries: CallDetail['timeline'] }) => (
  <Panel title={text.call.timeline.title} flush>
    <ol>
      {entries.map((entry, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: entries are only ever added at the end
        <li key={`${index} ${entry.kind}`} className={classes.row}>
          <span className={`${classes.time} num`}>{clockSeconds(entry.at)}</span>
          <span className={classes.main}>{entry.text}</span>
          <span className={classes.side}>{entry.detail}</span>
        </li>
      ))}
    </ol>
  </Panel>
)
