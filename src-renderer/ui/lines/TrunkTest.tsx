import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { TrunkForm, TrunkRow } from '../../../src-main/contract/lines.ts'
import { api } from '../../api/client.ts'
import { text } from '../../text/text.ts'
import { StatusGlyph } from '../StatusGlyph.tsx'
import { sayRefusal } from '../say.tsx'
import classes from './TrunkTest.module.css'

interface TrunkTestProps {
  readonly values: () => TrunkForm & { id?: TrunkRow['id'] }
  /** Shows the form's own errors first; the test waits until there are none. */
  readonly check: () => boolean
}

/** Tries the trunk layer by layer and says in plain words where it stops. */
export function TrunkTest({ values, check }: TrunkTestProps) {
  const test = useMutation(
    api.trunks.test.mutationOptions({ onError: error => sayRefusal(error, text.trunks.test.notRun) }),
  )
  return (
    <div className={classes.test}>
      <div className={classes.head}>
        <Button loading={test.isPending} onClick={() => check() && test.mutate(values())}>
          {text.trunks.test.act}
        </Button>
        <span className={classes.help}>{text.trunks.test.help}</span>
      </div>
      <ol aria-live="polite" aria-label={text.trunks.test.steps} className={classes.steps}>
        {test.data?.map(step => (
          <li key={step.layer}>
            <StatusGlyph
              {...(step.ok ? { shape: 'disc-tick', hue: 'green' } : { shape: 'alert', hue: 'red' })}
            />
            <span className={classes.layer}>{text.trunks.test.layers[step.layer]}</span>
            <span className="unseen">{step.ok ? text.trunks.test.passed : text.trunks.test.stopped}</span>
            <span className={classes.words}>{text.told(step.text)}</span>
          </li>
        ))}
      </ol>
    </div>
  )
}
