import { Link } from '@tanstack/react-router'
import { memo } from 'react'
import type { ActiveCall } from '../../../src-main/contract/campaigns.ts'
import { talk } from '../../format/duration.ts'
import { text } from '../../text/text.ts'
import { RowListen } from '../listen/ListenButton.tsx'
import { useNow } from '../now.ts'
import { Flag } from '../Phone.tsx'
import { StatusGlyph } from '../StatusGlyph.tsx'
import { activeLooks } from '../status.ts'
import classes from './ActiveCallRow.module.css'
import { CallLevel } from './CallLevel.tsx'
import { RowHangUp } from './HangUp.tsx'

/** Seconds since the state began, by this machine's clock; one that runs behind shows nothing below zero. */
export const Seconds = ({ since }: { since: number }) => <span className="num">{talk(useNow() - since)}</span>

/** One call that goes on: who, how long in this state, the last words; hands-on acts show on focus. */
export const ActiveCallRow = memo(function ActiveCallRow({ active }: { active: ActiveCall }) {
  const word = text.words.active[active.state]
  const name = active.name || active.number
  return (
    <li className={classes.row} data-call={active.call}>
      <StatusGlyph {...activeLooks[active.state]} />
      {active.country ? <Flag country={active.country} /> : <span />}
      <Link to="/calls/$id" params={{ id: active.call }} className={classes.name}>
        {name}
      </Link>
      <span className={classes.time}>
        <Seconds since={active.since} />
      </span>
      <CallLevel call={active.call} name={name} />
      <span className={classes.words} title={active.lastWords || word}>
        {active.lastWords || word}
        {active.lastWords && <span className="unseen">, {word}</span>}
      </span>
      <span className={classes.acts}>
        <RowListen call={active.call} name={name} answered={active.state === 'answered'} />
        <RowHangUp call={active.call} name={name} />
      </span>
    </li>
  )
})
