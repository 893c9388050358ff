import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { api } from '../../api/client.ts'
import { text } from '../../text/text.ts'
import { sayRefusal } from '../say.tsx'
import { TestCall } from './TestCall.tsx'
import { TestSteps } from './TestSteps.tsx'
import classes from './TrunkTest.module.css'
import { type TestedTrunk, useTestCall } from './use-test-call.ts'

interface TrunkTestProps {
  readonly values: () => TestedTrunk
  /** Shows the form's own errors first; the test waits until there are none. */
  readonly check: () => boolean
}

/** Tries the trunk layer by layer, at last by a call to somebody, and says in plain words where it stops. */
export function TrunkTest({ values, check }: TrunkTestProps) {
  const test = useMutation(
    api.trunks.test.mutationOptions({ onError: error => sayRefusal(error, text.trunks.test.notRun) }),
  )
  const { state, place, hangUp, forget } = useTestCall()
  const begin = () => {
    if (!check()) return
    forget()
    test.mutate(values())
  }
  const steps = state.is === 'over' ? state.steps : test.data
  const box = useRef<HTMLDivElement>(null)
  // In a low window they would appear below its edge.
  useEffect(() => {
    if (steps) box.current?.scrollIntoView({ block: 'nearest' })
  }, [steps])
  const passed = test.data?.every(({ ok }) => ok) ?? false
  return (
    <div ref={box} className={classes.test}>
      <div className={classes.head}>
        <Button loading={test.isPending} disabled={state.is === 'on'} onClick={begin}>
          {text.trunks.test.act}
        </Button>
        <span className={classes.help}>{text.trunks.test.help}</span>
      </div>
      <TestSteps steps={steps ?? []} />
      {passed && (
        <TestCall
          trunk={values()}
          state={state}
          onCall={call => check() && void place(values(), call)}
          onHangUp={hangUp}
        />
      )}
    </div>
  )
}
