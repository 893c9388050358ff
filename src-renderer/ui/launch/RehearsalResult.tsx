import type { LaunchChoices } from '../../../src-main/contract/launch.ts'
import type { Rehearsal, RehearsalReport } from '../../../src-main/contract/rehearsal.ts'
import { span } from '../../format/duration.ts'
import { moment } from '../../format/time.ts'
import { text } from '../../text/text.ts'
import { StatusGlyph } from '../StatusGlyph.tsx'
import classes from './RehearsalPart.module.css'
import { rehearsalRows } from './rehearsal-rows.ts'

const words = text.rehearsal

interface RehearsalResultProps {
  readonly rehearsal: Extract<Rehearsal, { is: 'done' }>
  readonly choices: LaunchChoices
}

/** What was rehearsed beside what was expected, and whether the carrier saw the same. */
export function RehearsalResult({ rehearsal, choices }: RehearsalResultProps) {
  const { report, endedAt } = rehearsal
  const others = JSON.stringify(rehearsal.choices) !== JSON.stringify(choices)
  const { keepLive, testContacts } = rehearsal.choices
  return (
    <>
      <p className={classes.note}>
        <span>
          {words.took(moment(endedAt), span(report.seconds * 1000), span(report.practiceSeconds * 1000))}
        </span>
        {report.drawnFrom !== null && <span>{words.sample(report.contacts, report.drawnFrom)}</span>}
        {(keepLive || testContacts !== null) && <span>{words.whole}</span>}
        {others && <span>{words.otherChoices}</span>}
      </p>
      {report.end.is !== 'completed' && (
        <p className={classes.ended}>
          <StatusGlyph shape="triangle" hue="yellow" />
          {words.ended[report.end.is]}
          {text.told(report.end.why)}
        </p>
      )}
      <table className={`${classes.table} num`}>
        <thead>
          <tr>
            <th scope="col">{words.columns.figure}</th>
            <th scope="col">{words.columns.rehearsed}</th>
            <th scope="col">{words.columns.expected}</th>
          </tr>
        </thead>
        <tbody>
          {rehearsalRows(report).map(({ name, rehearsed, expected, outside }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>
                {outside && (
                  <span role="img" aria-label={words.outside} title={words.outside}>
                    <StatusGlyph shape="triangle" hue="yellow" />
                  </span>
                )}
                {rehearsed}
              </td>
              <td>{expected}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Ledger ledger={report.ledger} />
    </>
  )
}

function Ledger({ ledger }: { ledger: RehearsalReport['ledger'] }) {
  const { invites, calledTwice, mismatches, outsideHours, differences } = ledger
  const agrees = calledTwice === 0 && mismatches === 0
  const isGood = agrees && (outsideHours ?? 0) === 0
  return (
    <>
      <p className={classes.ended}>
        <StatusGlyph {...(isGood ? { shape: 'disc-tick', hue: 'green' } : { shape: 'alert', hue: 'red' })} />
        {agrees ? words.ledger.agrees(invites) : words.ledger.differs(calledTwice, mismatches)}
        {', '}
        {outsideHours === null ? words.ledger.hoursLifted : words.ledger.outsideHours(outsideHours)}
      </p>
      {differences.length > 0 && (
        <ul className={classes.differences}>
          {differences.map(difference => (
            <li key={difference}>{difference}</li>
          ))}
        </ul>
      )}
    </>
  )
}
