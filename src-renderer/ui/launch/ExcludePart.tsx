import { Select, Switch, Textarea } from '@mantine/core'
import { useEffect, useRef } from 'react'
import type { LaunchChoices, LaunchPreview } from '../../../src-main/contract/launch.ts'
import { count, dash } from '../../format/number.ts'
import { text } from '../../text/text.ts'
import { switchedLines, withExclude } from './choices.ts'
import classes from './ExcludePart.module.css'

const words = text.launch.exclude
const lineNames = ['refused', 'transferred', 'successful', 'opened_link', 'texted'] as const

interface ExcludePartProps {
  readonly choices: LaunchChoices
  readonly onChange: (choices: LaunchChoices) => void
  readonly transferSeconds: readonly (number | null)[]
  /** `undefined` until it was counted. */
  readonly preview: LaunchPreview | undefined
}

/** A subtraction: whom each line leaves out, and how many remain. */
export function ExcludePart({ choices, onChange, transferSeconds, preview }: ExcludePartProps) {
  const { exclude } = choices
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => first.current?.focus(), [])
  return (
    <section aria-labelledby="launch-exclude">
      <div className={classes.head}>
        <h3 id="launch-exclude">{words.title}</h3>
        <span>{words.left}</span>
      </div>
      <ul className={classes.lines}>
        <li>
          <span>{words.callable}</span>
          <Count left={preview?.callable} strong />
        </li>
        {lineNames.map(name => {
          const line = preview?.lines.find(one => one.line === name)
          const isOn =
            name === 'transferred' ? exclude.transferredSeconds !== null : exclude[switchedLines[name]]
          return (
            <li key={name}>
              {name === 'transferred' ? (
                <span className={classes.transferred}>
                  <span id="launch-transferred">{words.lines.transferred}</span>
                  <Select
                    aria-labelledby="launch-transferred"
                    w={104}
                    data={transferSeconds.map(value => ({
                      value: String(value),
                      label: words.transferred(value),
                    }))}
                    value={String(exclude.transferredSeconds)}
                    allowDeselect={false}
                    comboboxProps={{ withinPortal: true }}
                    onChange={value => {
                      const chosen = transferSeconds.find(one => String(one) === value)
                      if (chosen !== undefined)
                        onChange(
                          withExclude(choices, {
                            transferredSeconds: chosen as LaunchChoices['exclude']['transferredSeconds'],
                          }),
                        )
                    }}
                  />
                </span>
              ) : (
                <Switch
                  {...(name === 'refused' && { ref: first })}
                  label={words.lines[name]}
                  checked={exclude[switchedLines[name]]}
                  onChange={event =>
                    onChange(withExclude(choices, { [switchedLines[name]]: event.currentTarget.checked }))
                  }
                />
              )}
              <span className={classes.counts}>
                {isOn && line && line.removed > 0 && (
                  <span className={classes.removed}>{words.removed(line.removed)}</span>
                )}
                <Count left={line?.left} strong={isOn && (line?.removed ?? 0) > 0} />
              </span>
            </li>
          )
        })}
        {preview && preview.keptOutByDoNotCall > 0 && (
          <li>
            <span className={classes.unswitched}>{words.doNotCall}</span>
            <span className={classes.counts}>
              <span className={classes.removed}>{words.removed(preview.keptOutByDoNotCall)}</span>
              <Count left={preview.willBeCalled} strong />
            </span>
          </li>
        )}
      </ul>
      {!exclude.refused && (
        <Textarea
          label={words.refusedWhy}
          description={words.refusedWhyHelp}
          autosize
          minRows={1}
          maxRows={3}
          mt={8}
          value={exclude.refusedOffBecause}
          onChange={event => onChange(withExclude(choices, { refusedOffBecause: event.currentTarget.value }))}
        />
      )}
      <p className={classes.total}>
        {words.total}
        <span className="num">{preview ? count(preview.willBeCalled) : dash}</span>
      </p>
    </section>
  )
}

const Count = ({ left, strong }: { left: number | undefined; strong: boolean }) => (
  <span className={`${classes.left} num`} data-strong={strong || undefined}>
    {left === undefined ? dash : count(left)}
  </span>
)
