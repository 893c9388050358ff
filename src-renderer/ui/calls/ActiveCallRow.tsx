import { ActionIcon, Tooltip } from '@mantine/core'
import { IconPhoneOff } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { memo, useEffect, useState } from 'react'
import type { ActiveCall } from '../../../src-main/contract/campaigns.ts'
import { api } from '../../api/client.ts'
import { talk } from '../../format/duration.ts'
import { text } from '../../text/text.ts'
import { useNow } from '../now.ts'
import { Flag } from '../Phone.tsx'
import { StatusGlyph } from '../StatusGlyph.tsx'
import { say, sayRefusal } from '../say.tsx'
import { activeLooks } from '../status.ts'
import classes from './ActiveCallRow.module.css'

/** Seconds since the state began, by this machine's clock; one that runs behind shows nothing below zero. */
export const Seconds = ({ since }: { since: number }) => <span className="num">{talk(useNow() - since)}</span>

export function HangUp({ call, name }: { call: ActiveCall['call']; name: string }) {
  const hangUp = useMutation(
    api.calls.hangUp.mutationOptions({
      onSuccess: () => say(text.calls.hungUp(name)),
      onError: error => sayRefusal(error, text.calls.notHungUp(name)),
    }),
  )
  const [sure, setSure] = useState(false)
  useEffect(() => {
    if (!sure) return
    const timer = setTimeout(() => setSure(false), 4_000)
    return () => clearTimeout(timer)
  }, [sure])
  return (
    <Tooltip label={sure ? text.calls.hangUpSure : text.calls.hangUp}>
      <ActionIcon
        size="sm"
        aria-label={sure ? text.calls.hangUpSureOf(name) : text.calls.hangUpOf(name)}
        className={sure ? classes.sure : classes.hangUp}
        loading={hangUp.isPending}
        onClick={() => (sure ? hangUp.mutate({ id: call }) : setSure(true))}
      >
        <IconPhoneOff size={14} />
      </ActionIcon>
    </Tooltip>
  )
}

/** One call that goes on: who, how long in this state, the last words; hands-on acts show on focus. */
export const ActiveCallRow = memo(function ActiveCallRow({ active }: { active: ActiveCall }) {
  const word = text.words.active[active.state]
  return (
    <li className={classes.row}>
      <StatusGlyph {...activeLooks[active.state]} />
      {active.country ? <Flag country={active.country} /> : <span />}
      <Link to="/calls/$id" params={{ id: active.call }} className={classes.name}>
        {active.name || active.number}
      </Link>
      <span className={classes.time}>
        <Seconds since={active.since} />
      </span>
      <span className={classes.words} title={active.lastWords || word}>
        {active.lastWords || word}
        {active.lastWords && <span className="unseen">, {word}</span>}
      </span>
      <HangUp call={active.call} name={active.name || active.number} />
    </li>
  )
})
