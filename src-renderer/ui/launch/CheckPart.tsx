import { Checkbox } from '@mantine/core'
import type { LaunchPreview } from '../../../src-main/contract/launch.ts'
import { text } from '../../text/text.ts'
import { StatusGlyph } from '../StatusGlyph.tsx'
import classes from './CheckPart.module.css'

const words = text.launch.compliance
const looks = {
  met: { shape: 'disc-tick', hue: 'green' },
  not_met: { shape: 'triangle', hue: 'yellow' },
  confirm: { shape: 'triangle', hue: 'yellow' },
} as const

interface CheckPartProps {
  readonly checks: LaunchPreview['checks']
  readonly vouched: boolean
  readonly onVouch: (vouched: boolean) => void
}

/** What the program proved, and what it can only ask. */
export function CheckPart({ checks, vouched, onVouch }: CheckPartProps) {
  const met = checks.filter(({ is }) => is === 'met').length
  return (
    <section className={classes.checks} aria-labelledby="launch-compliance">
      <div className={classes.head}>
        <h3 id="launch-compliance">{words.title}</h3>
        <span>{words.proven(met, checks.length)}</span>
      </div>
      <ul>
        {checks.map(({ check, is, text: found }) => (
          <li key={check}>
            <StatusGlyph {...looks[is]} />
            <span>
              <strong>{words.checks[check]}</strong>
              <small>{text.told(found)}</small>
            </span>
          </li>
        ))}
      </ul>
      {checks.some(({ is }) => is === 'confirm') && (
        <Checkbox
          size="xs"
          label={words.vouch}
          checked={vouched}
          onChange={event => onVouch(event.currentTarget.checked)}
        />
      )}
    </section>
  )
}
