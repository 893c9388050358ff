import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { CampaignRow, ImportResult } from '../../../src-main/contract/campaigns.ts'
import { count } from '../../format/number.ts'
import { text } from '../../text/text.ts'
import { Panel } from '../../ui/Panel.tsx'
import classes from './ImportOutcome.module.css'

const words = text.newCampaign.outcome

export interface Created {
  readonly id: CampaignRow['id']
  readonly name: string
  readonly imported: ImportResult
}

/** The headline is the result, the bar accounts for every row, the table gives each rejected one with its reason. */
export function ImportOutcome({ created }: { created: Created }) {
  const { id, imported } = created
  const { added, duplicates, doNotCall, rejected, rejectedRows } = imported
  const parts = [
    { name: words.added, rows: added, colour: 'var(--c1)' },
    { name: words.duplicates, rows: duplicates, colour: 'var(--c2)' },
    { name: words.doNotCall, rows: doNotCall, colour: 'var(--c3)' },
    { name: words.rejected, rows: rejected, colour: 'var(--c6)' },
  ]
  return (
    <div className={classes.outcome}>
      <h2 className={classes.headline}>{words.headline(added)}</h2>
      <p className={classes.sentence}>{words.sentence}</p>
      <div className={classes.bar} aria-hidden="true">
        {parts.map(
          ({ name, rows, colour }) =>
            rows > 0 && <span key={name} style={{ flexGrow: rows, background: colour }} />,
        )}
      </div>
      <ul className={classes.legend}>
        {parts.map(({ name, rows, colour }) => (
          <li key={name}>
            <i style={{ background: colour }} aria-hidden="true" />
            <strong className="num">{count(rows)}</strong> {name}
          </li>
        ))}
      </ul>
      <Button component={Link} to={`/campaigns/${id}`} variant="filled" mt={18} mb={18}>
        {words.open}
      </Button>
      {rejectedRows.length > 0 && (
        <Panel
          title={words.rejectedTitle}
          fact={rejected > rejectedRows.length ? words.first(rejectedRows.length, rejected) : count(rejected)}
          flush
        >
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{words.line}</th>
                <th scope="col">{words.text}</th>
                <th scope="col">{words.reason}</th>
              </tr>
            </thead>
            <tbody>
              {rejectedRows.map(row => (
                <tr key={row.line}>
                  <td className="num">{count(row.line)}</td>
                  <td className={classes.raw}>{row.text}</td>
                  <td>{row.reason}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Panel>
      )}
    </div>
  )
}
