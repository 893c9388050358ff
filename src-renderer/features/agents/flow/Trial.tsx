import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconRefresh, IconX } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import {
  type Flow,
  flowVariables,
  inWords,
  type StepId,
  type TriedEvent,
  type TriedInput,
} from '../../../../src-main/contract/flow.ts'
import { api } from '../../../api/client.ts'
import { text } from '../../../text/text.ts'
import { ErrorPanel } from '../../../ui/ErrorPanel.tsx'
import classes from './Trial.module.css'
import { TrialKeys } from './TrialKeys.tsx'

const words = text.flow.trial

interface TrialProps {
  readonly flow: Flow
  readonly onClose: () => void
  /** The step that spoke last. */
  readonly onAt: (step: StepId | null) => void
}

/** A conversation with the flow as it is drawn now, as text: what was keyed is played anew after each edit. */
export function Trial({ flow, onClose, onAt }: TrialProps) {
  const [inputs, setInputs] = useState<readonly TriedInput[]>([])
  const [contact, setContact] = useState<Readonly<Record<string, string>>>({})
  const variables = useMemo(() => [...flowVariables(flow)], [flow])
  const { places: _, ...spoken } = flow
  const trial = useQuery(
    api.agents.tryOut.queryOptions({
      input: { flow: spoken, variables: contact, inputs: [...inputs] },
      placeholderData: keepPreviousData,
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 0,
    }),
  )
  const { data } = trial
  const at = data?.at ?? null
  useEffect(() => onAt(at), [at, onAt])
  useEffect(() => () => onAt(null), [onAt])
  const end = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever was said last is shown
  useEffect(() => {
    end.current?.scrollIntoView({ block: 'nearest' })
  }, [data?.events.length])
  return (
    <section className={classes.trial} aria-label={words.title}>
      <div className={classes.head}>
        <h2 className={classes.title}>{words.title}</h2>
        <Button size="compact-xs" leftSection={<IconRefresh size={12} />} onClick={() => setInputs([])}>
          {words.again}
        </Button>
        <ActionIcon size="sm" aria-label={words.close} onClick={onClose}>
          <IconX size={14} />
        </ActionIcon>
      </div>
      <p className={classes.fact}>
        {words.fact}. {words.recorded}
      </p>
      {variables.length > 0 && (
        <details className={classes.contact}>
          <summary>{words.sample}</summary>
          {variables.map(name => (
            <TextInput
              key={name}
              label={inWords(name)}
              placeholder={flow.defaults?.[name] ?? ''}
              maxLength={200}
              value={contact[name] ?? ''}
              onChange={event => {
                const value = event.currentTarget.value
                setContact(now => ({ ...now, [name]: value }))
              }}
            />
          ))}
        </details>
      )}
      {trial.error && !data && (
        <ErrorPanel what={words.failed} error={trial.error} onRetry={() => void trial.refetch()} />
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what was said is scrolled by keyboard, too */}
      <div className={classes.talk} role="log" aria-label={words.talk} tabIndex={0}>
        {data?.events.map((event, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a conversation only grows
          <Line key={place} event={event} />
        ))}
        {data?.ended && <p className={classes.note}>{words.ended[data.ended]}</p>}
        <div ref={end} />
      </div>
      {data?.waits && <TrialKeys waits={data.waits} onInput={input => setInputs(now => [...now, input])} />}
    </section>
  )
}

function Line({ event }: { event: TriedEvent }) {
  switch (event.is) {
    case 'said':
      return (
        <p className={classes.said}>
          <span className="unseen">{words.agent}: </span>
          {event.text}
          <span className={classes.step}>{inWords(event.step)}</span>
        </p>
      )
    case 'key':
      return <p className={classes.did}>{words.pressed(event.key)}</p>
    case 'silence':
      return <p className={classes.did}>{words.silent(event.seconds)}</p>
    default:
      return <p className={classes.note}>{noteOf(event)}</p>
  }
}

function noteOf(event: Exclude<TriedEvent, { is: 'said' | 'key' | 'silence' }>): string {
  switch (event.is) {
    case 'answer':
      return words.answer(event.store, event.label)
    case 'goal':
      return words.goal(event.name, text.words.goals[event.outcome])
    case 'analysis':
      return words.analysis(event.question, event.value)
    case 'opt_out':
      return words.optOut[event.scope]
  }
}
