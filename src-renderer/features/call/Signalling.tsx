import { Button, Modal } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { CallDetail } from '../../../src-main/contract/calls.ts'
import { text } from '../../text/text.ts'
import { Panel } from '../../ui/Panel.tsx'
import { ladder, type Step } from './ladder.ts'
import classes from './Signalling.module.css'

const words = text.call.signalling

interface SignallingProps {
  readonly trace: CallDetail['trace']
  readonly trunk: string
  readonly sipCallId: string
}

/** The SIP messages as a ladder; each rung opens the message as it was on the wire. */
export function Signalling({ trace, trunk, sipCallId }: SignallingProps) {
  const steps = useMemo(() => ladder(trace), [trace])
  const [shown, setShown] = useState<readonly Step[]>()
  return (
    <Panel
      title={words.title}
      fact={words.fact}
      aside={
        steps.length > 0 && (
          <Button size="compact-xs" variant="subtle" onClick={() => setShown(steps)}>
            {words.raw}
          </Button>
        )
      }
    >
      {steps.length === 0 ? (
        <p className={classes.none}>{words.none}</p>
      ) : (
        <>
          <p className={classes.ends} aria-hidden="true">
            <span>Trunkline</span>
            <span>{trunk}</span>
          </p>
          <ol className={classes.ladder}>
            {steps.map(step => (
              <li key={step.key}>
                <button type="button" className={classes.rung} onClick={() => setShown([step])}>
                  <span className={classes.time}>{step.seconds}</span>
                  <span className={classes.line} data-direction={step.direction}>
                    <span className={classes.name}>{step.name}</span>
                    <span className="unseen">
                      , {step.direction === 'sent' ? words.sent : words.received}
                    </span>
                    <span className={classes.arrow} aria-hidden="true" />
                    {step.carries && <span className={classes.carries}>{step.carries}</span>}
                  </span>
                </button>
              </li>
            ))}
          </ol>
        </>
      )}
      <Modal
        opened={shown !== undefined}
        onClose={() => setShown(undefined)}
        size={780}
        title={shown?.length === 1 ? shown[0]?.name : words.rawTitle}
      >
        <p className={classes.id}>{sipCallId}</p>
        {shown?.map(step => (
          <section key={step.key}>
            <p className={classes.caption}>
              {words.caption(step.seconds, step.direction === 'sent' ? words.sent : words.received)}
            </p>
            <pre className={classes.message}>{step.raw.trimEnd()}</pre>
          </section>
        ))}
      </Modal>
    </Panel>
  )
}
