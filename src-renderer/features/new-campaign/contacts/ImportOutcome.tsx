import type { ImportResult } from '../../../../src-main/contract/campaigns.ts'
import { count } from '../../../format/number.ts'
import { text } from '../../../text/text.ts'
import { Panel } from '../../../ui/Panel.tsx'
import classes from './ImportOutcome.module.css'

const words = text.newCampaign.outcome

/** The bar accounts for every row of the file, the table gives each rejected one with its reason. */
export function ImportOutcome({ imported }: { imported: ImportResult }) {
  const { added, duplicates, alreadyIn, doNotCall, rejected, rejectedRows } = imported
  const parts = [
    { name: words.added, rows: added, colour: 'var(--c1)' },
    { name: words.alreadyIn, rows: alreadyIn, colour: 'var(--c2)' },
    { name: words.duplicates, rows: duplicates, colour: 'var(--c2)' },
    { name: words.doNotCall, rows: doNotCall, colour: 'var(--c3)' },
    { name: words.rejected, rows: rejected, colour: 'var(--c6)' },
  ].filter(({ rows }, index) => index === 0 || rows > 0)
  return (
    <>
      <Panel title={words.headline(added)}>
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
      </Panel>
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
    </>
  )
}
