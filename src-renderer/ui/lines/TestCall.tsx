import { Button, Select, TextInput } from '@mantine/core'
import { IconPhone, IconPhoneOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { TestCallWish } from '../../../src-main/contract/lines.ts'
import { api } from '../../api/client.ts'
import { language } from '../../text/language.ts'
import { text } from '../../text/text.ts'
import { homeCountry } from '../CountrySelect.tsx'
import formClasses from './TrunkForm.module.css'
import classes from './TrunkTest.module.css'
import type { TestCallState, TestedTrunk } from './use-test-call.ts'

const words = text.trunks.test.call
/** In place of a number: whatever the trunk shows by itself. */
const trunksOwn = ''

interface TestCallProps {
  readonly trunk: Pick<TestedTrunk, 'id' | 'user'>
  readonly state: TestCallState
  readonly onCall: (call: TestCallWish) => void
  readonly onHangUp: () => void
}

/** A telephone to call over a trunk whose layers are all well. */
export function TestCall({ trunk, state, onCall, onHangUp }: TestCallProps) {
  const [to, setTo] = useState('')
  const [missing, setMissing] = useState(false)
  const [chosen, setChosen] = useState<string | null>(null)
  const numbers = useQuery(api.numbers.list.queryOptions()).data ?? []
  const callers = [
    ...(trunk.user === '' ? [] : [{ value: trunksOwn, label: words.trunksOwn }]),
    ...numbers
      .filter(number => number.enabled && (number.trunk === null || number.trunk.id === trunk.id))
      .map(({ number, name }) => ({ value: number, label: name === '' ? number : `${number} ${name}` })),
  ]
  const caller = callers.find(({ value }) => value === chosen)?.value ?? callers[0]?.value ?? null
  const call = () => {
    const isMissing = !/\d{3}/.test(to.replaceAll(/\D/g, ''))
    setMissing(isMissing)
    if (!isMissing && caller !== null)
      onCall({ to, country: homeCountry, callerId: caller === trunksOwn ? null : caller, language })
  }
  const wrong = (field: string) =>
    state.is === 'refused' && state.refusal.field === field
      ? `${state.refusal.what} ${state.refusal.cure}`
      : null
  const isOn = state.is === 'on'
  return (
    <section aria-label={words.title} className={classes.call}>
      <h3 className={classes.title}>{words.title}</h3>
      <p className={classes.help}>{words.fact}</p>
      <div className={formClasses.halves}>
        <TextInput
          label={words.to}
          inputMode="tel"
          autoComplete="off"
          maxLength={64}
          value={to}
          error={missing ? words.numberMissing : wrong('to')}
          disabled={isOn}
          onChange={event => setTo(event.currentTarget.value)}
          onKeyDown={event => {
            if (event.key !== 'Enter') return
            // The form around would be saved.
            event.preventDefault()
            call()
          }}
        />
        <Select
          label={words.caller}
          data={callers}
          value={caller}
          allowDeselect={false}
          error={numbers.length === 0 && callers.length === 0 ? words.noCaller : wrong('callerId')}
          disabled={isOn}
          onChange={setChosen}
        />
      </div>
      <div className={classes.head}>
        {isOn ? (
          <Button
            color="red"
            leftSection={<IconPhoneOff size={14} />}
            disabled={state.stage === 'ending'}
            onClick={onHangUp}
          >
            {words.hangUp}
          </Button>
        ) : (
          <Button leftSection={<IconPhone size={14} />} disabled={caller === null} onClick={call}>
            {words.act}
          </Button>
        )}
        <span role="status" className={classes.help}>
          {isOn && words.now[state.stage]}
        </span>
      </div>
    </section>
  )
}
