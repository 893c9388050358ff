import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { CallDetail } from '../../../src-main/contract/calls.ts'
import { seconds, talk } from '../../format/duration.ts'
import { price } from '../../format/money.ts'
import { dash } from '../../format/number.ts'
import { phone } from '../../format/phone.ts'
import { text } from '../../text/text.ts'
import { ResultText } from '../../ui/Status.tsx'
import classes from './FactBar.module.css'

const words = text.call.facts

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)

const Figure = ({ name, children }: { name: string; children: ReactNode }) => (
  <Fact name={name}>
    <span className="num">{children}</span>
  </Fact>
)

export function FactBar({ call }: { call: CallDetail }) {
  const sip = call.sipCode === null ? dash : `${call.sipCode} ${call.sipReason ?? ''}`
  return (
    <dl className={classes.facts}>
      <Fact name={words.result}>
        <ResultText result={call.result} />
      </Fact>
      <Fact name={words.campaign}>
        <Link to="/campaigns/$id" params={{ id: call.campaign.id }}>
          {call.campaign.name}
        </Link>
      </Fact>
      <Fact name={words.agent}>{words.version(call.agent.name, call.agent.version)}</Fact>
      <Fact name={words.trunk}>{call.trunk.name}</Fact>
      <Figure name={words.callerId}>{phone(call.callerId)}</Figure>
      <Figure name={words.talk}>{call.talkMs === null ? dash : talk(call.talkMs)}</Figure>
      <Figure name={words.ring}>{call.ringMs === null ? dash : seconds(call.ringMs)}</Figure>
      <Figure name={words.pdd}>{call.pddMs === null ? dash : seconds(call.pddMs)}</Figure>
      {call.cost && <Figure name={words.cost}>{price(call.cost.micros, call.cost.currency)}</Figure>}
      <Figure name={words.sip}>{sip}</Figure>
      {call.q850 !== null && <Figure name={words.q850}>{call.q850}</Figure>}
      {call.failure && <Fact name={words.failure}>{call.failure}</Fact>}
      {call.state === 'ended' && !call.countsAsAttempt && <Fact name={words.attempt}>{words.notUsed}</Fact>}
    </dl>
  )
}
