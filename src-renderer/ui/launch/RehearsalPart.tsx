import { Button, Progress } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { CampaignRow } from '../../../src-main/contract/campaigns.ts'
import type { LaunchChoices } from '../../../src-main/contract/launch.ts'
import type { Rehearsal } from '../../../src-main/contract/rehearsal.ts'
import { api } from '../../api/client.ts'
import { span } from '../../format/duration.ts'
import { moment } from '../../format/time.ts'
import { text } from '../../text/text.ts'
import { ErrorLine } from '../ErrorLine.tsx'
import classes from './RehearsalPart.module.css'
import { RehearsalResult } from './RehearsalResult.tsx'

const words = text.rehearsal

interface RehearsalPartProps {
  readonly id: CampaignRow['id']
  readonly rehearsal: Rehearsal
  /** As they are chosen now. */
  readonly choices: LaunchChoices
}

/** How a rehearsal goes, or what it came to. */
export function RehearsalPart({ id, rehearsal, choices }: RehearsalPartProps) {
  const part = useRef<HTMLElement>(null)
  const { is } = rehearsal
  useEffect(() => {
    if (is !== 'none') part.current?.scrollIntoView({ block: 'nearest' })
  }, [is])
  if (rehearsal.is === 'none') return null
  return (
    <section ref={part} className={classes.part} aria-labelledby="launch-rehearsal">
      <h3 id="launch-rehearsal">{words.title}</h3>
      <Shown id={id} rehearsal={rehearsal} choices={choices} />
    </section>
  )
}

function Shown({ id, rehearsal, choices }: RehearsalPartProps) {
  switch (rehearsal.is) {
    case 'none':
      return null
    case 'preparing':
    case 'running':
      return <Going id={id} rehearsal={rehearsal} />
    case 'cancelled':
      return <p>{words.cancelled(moment(rehearsal.endedAt), rehearsal.calls)}</p>
    case 'failed':
      return (
        <ErrorLine>
          {rehearsal.what} {rehearsal.cure}
        </ErrorLine>
      )
    case 'done':
      return <RehearsalResult rehearsal={rehearsal} choices={choices} />
  }
}

type GoingOn = Extract<Rehearsal, { is: 'preparing' | 'running' }>

function Going({ id, rehearsal }: { id: CampaignRow['id']; rehearsal: GoingOn }) {
  const cancel = useMutation(api.rehearsals.cancel.mutationOptions())
  const share =
    rehearsal.is === 'running' && rehearsal.contacts > 0 ? rehearsal.settled / rehearsal.contacts : 0
  return (
    <div className={classes.going}>
      <div>
        <p className={`${classes.line} num`} aria-live="polite">
          {rehearsal.is === 'preparing'
            ? words.preparing
            : words.running(rehearsal.settled, rehearsal.contacts, rehearsal.calls)}
        </p>
        <Progress
          size={4}
          value={share * 100}
          animated={rehearsal.is === 'preparing'}
          aria-label={words.bar}
        />
        <p className={`${classes.note} num`}>
          {rehearsal.is === 'running' && <span>{words.clock(moment(rehearsal.at))}</span>}
          {rehearsal.is === 'running' && (
            <span>
              {rehearsal.secondsLeft === null
                ? words.leftUnknown
                : words.left(span(rehearsal.secondsLeft * 1000))}
            </span>
          )}
          <span>{words.goesOn}</span>
        </p>
      </div>
      <Button size="xs" loading={cancel.isPending} onClick={() => cancel.mutate({ id })}>
        {words.cancel}
      </Button>
    </div>
  )
}
