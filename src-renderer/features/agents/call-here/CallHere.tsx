import { ActionIcon, Button, Switch } from '@mantine/core'
import { IconPhone, IconPhoneOff, IconX } from '@tabler/icons-react'
import { type ReactNode, useEffect, useState } from 'react'
import { type Flow, type Key, type StepId, stepOf } from '../../../../src-main/contract/flow.ts'
import { talk } from '../../../format/duration.ts'
import { text } from '../../../text/text.ts'
import { ErrorLine } from '../../../ui/ErrorLine.tsx'
import { useNow } from '../../../ui/now.ts'
import { useKeys } from '../../../ui/use-keys.ts'
import { Conversation } from '../Conversation.tsx'
import conversation from '../conversation.module.css'
import { KeyChoices, Keypad, keypad } from '../Keypad.tsx'
import { SampleContact } from '../SampleContact.tsx'
import classes from './CallHere.module.css'
import { Levels } from './Levels.tsx'
import { callHere, hangUpTrial, leaveTrial, pressKey, type TrialCall, useTrialCall } from './trial-call.ts'
import { useMicrophone } from './use-microphone.ts'

const words = text.callHere

interface CallHereProps {
  /** What answers the next call. */
  readonly flow: Flow
  readonly onClose: () => void
  /** The step that spoke last. */
  readonly onAt: (step: StepId | null) => void
  /** Says or chooses what `flow` is. */
  readonly children: ReactNode
}

/** A call with the agent that is heard and answered here. It ends when this is closed. */
export function CallHere({ flow, onClose, onAt, children }: CallHereProps) {
  const { now, flow: called, entries, at } = useTrialCall()
  const [contact, setContact] = useState<Readonly<Record<string, string>>>({})
  const [speaks, setSpeaks] = useState(true)
  const microphone = useMicrophone(now, speaks)
  useEffect(() => onAt(at), [at, onAt])
  useEffect(() => () => onAt(null), [onAt])
  useEffect(() => leaveTrial, [])
  const isOn = now.is === 'preparing' || now.is === 'talking'
  useKeys(now.is === 'talking' ? { ...pressKeys, h: hangUpTrial } : {})
  return (
    <section className={classes.here} aria-label={words.title}>
      <div className={conversation.head}>
        <h2 className={conversation.title}>{words.title}</h2>
        <ActionIcon size="sm" aria-label={words.close} onClick={onClose}>
          <IconX size={14} />
        </ActionIcon>
      </div>
      {!isOn && children}
      <p className={conversation.fact}>{words.fact}</p>
      {!isOn && <SampleContact flow={flow} values={contact} onChange={setContact} />}
      <Switch
        label={words.microphone}
        description={isOn ? undefined : words.microphoneHelp}
        checked={speaks}
        onChange={event => setSpeaks(event.currentTarget.checked)}
      />
      <div className={classes.act}>
        <span className={classes.now} role="status">
          <Standing now={now} />
        </span>
        {isOn ? (
          <Button color="red" leftSection={<IconPhoneOff size={14} />} onClick={hangUpTrial}>
            {words.hangUp}
          </Button>
        ) : (
          <Button
            variant="filled"
            leftSection={<IconPhone size={14} />}
            onClick={() => void callHere(flow, contact)}
          >
            {now.is === 'over' ? words.again : words.call}
          </Button>
        )}
      </div>
      {now.is === 'over' && now.trouble !== null && <ErrorLine>{words.trouble(now.trouble)}</ErrorLine>}
      {now.is === 'talking' && <Levels microphone={microphone} />}
      {now.is !== 'nothing' && <Conversation entries={entries} />}
      {now.is === 'talking' && (
        <div className={conversation.keys}>
          <KeyChoices choices={choicesAt(called, at)} onPress={pressKey} />
          <Keypad onPress={pressKey} />
        </div>
      )}
    </section>
  )
}

const pressKeys = Object.fromEntries(keypad.map(key => [key, () => pressKey(key)]))

/** The keys that the question which was put last understands. */
function choicesAt(flow: Flow | null, at: StepId | null) {
  const step = flow && at !== null ? stepOf(flow, at) : null
  if (step?.do !== 'ask') return []
  return Object.entries(step.choices ?? {}).map(([key, { label }]) => ({ key: key as Key, label }))
}

function Standing({ now }: { now: TrialCall }) {
  switch (now.is) {
    case 'nothing':
      return null
    case 'preparing':
      return words.preparing(now.done, now.total)
    case 'talking':
      return (
        <>
          {words.talking} <Since at={now.since} />
        </>
      )
    case 'over':
      return now.by === null ? words.broken : words.over[now.by]
  }
}

const Since = ({ at }: { at: number }) => <span className="num">{talk(useNow() - at)}</span>
