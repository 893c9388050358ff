import { ActionIcon, Button } from '@mantine/core'
import { IconRefresh, IconX } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Flow, StepId, TriedInput } from '../../../../src-main/contract/flow.ts'
import { api } from '../../../api/client.ts'
import { text } from '../../../text/text.ts'
import { ErrorPanel } from '../../../ui/ErrorPanel.tsx'
import { Conversation } from '../Conversation.tsx'
import classes from '../conversation.module.css'
import { SampleContact } from '../SampleContact.tsx'
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
      <SampleContact flow={flow} values={contact} onChange={setContact} />
      {trial.error && !data && (
        <ErrorPanel what={words.failed} error={trial.error} onRetry={() => void trial.refetch()} />
      )}
      <Conversation entries={data?.events ?? []}>
        {data?.ended && <p className={classes.note}>{words.ended[data.ended]}</p>}
      </Conversation>
      {data?.waits && <TrialKeys waits={data.waits} onInput={input => setInputs(now => [...now, input])} />}
    </section>
  )
}
