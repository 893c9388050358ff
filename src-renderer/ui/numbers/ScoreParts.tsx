import { ActionIcon, Button, NumberInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { NumberRow, SpamScore } from '../../../src-main/contract/numbers.ts'
import { api, queryClient } from '../../api/client.ts'
import { decimal, fixed } from '../../format/number.ts'
import { phone } from '../../format/phone.ts'
import { moment } from '../../format/time.ts'
import { text } from '../../text/text.ts'
import { say, sayRefusal } from '../say.tsx'
import { ScoreMark } from './ScoreMark.tsx'
import classes from './ScoreParts.module.css'

const words = text.rotation.score
const aWeek = 7

interface ScorePartsProps {
  readonly row: NumberRow
  /** The campaign's spam limit; `null`: seen from the workspace. */
  readonly limit: number | null
  readonly onClose: () => void
}

/** What a spam score is made of: each bar as long as its weight, filled by its strength. */
export function ScoreParts({ row, limit, onClose }: ScorePartsProps) {
  const { score } = row
  const shown = phone(row.number)
  return (
    <div className={classes.parts}>
      <div className={classes.head}>
        <ScoreMark score={score.score} level={score.level} />
        <strong>{shown}</strong>
        <span>
          {score.by === 'set' && score.set
            ? words.set(score.set.source, moment(score.set.at))
            : words.estimate}
        </span>
        <ActionIcon size="sm" aria-label={text.shell.close} onClick={onClose}>
          <IconX size={14} />
        </ActionIcon>
      </div>
      {score.estimate ? <Estimate estimate={score.estimate} limit={limit} /> : <p>{words.none}</p>}
      <Acts row={row} onClose={onClose} />
    </div>
  )
}

const decimals = (value: number) => fixed(value, 3).replace(/^0/, '')

function Estimate({
  estimate,
  limit,
}: {
  estimate: NonNullable<SpamScore['estimate']>
  limit: number | null
}) {
  return (
    <>
      <table className={classes.table}>
        <thead>
          <tr>
            <th>{words.columns.signal}</th>
            <th>{words.columns.seen}</th>
            <th>{words.columns.strength}</th>
            <th data-right>{words.columns.part}</th>
          </tr>
        </thead>
        <tbody>
          {estimate.parts.map(({ signal, seen, strength, weight, part }) => (
            <tr key={signal} data-strong={strength >= 0.25 || undefined}>
              <th scope="row">{words.signals[signal]}</th>
              <td className="num">{text.told(seen)}</td>
              <td>
                <span className={classes.track} style={{ width: `${weight * 100}%` }}>
                  <span className={classes.fill} style={{ width: `${strength * 100}%` }} />
                </span>
              </td>
              <td data-right className="num">
                {decimals(part)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        {words.combined(decimals(estimate.combined), decimal(estimate.combined * 9), estimate.score, limit)}{' '}
        {estimate.lowData && words.lowData} {estimate.blocked && words.blocked}
      </p>
    </>
  )
}

function Acts({ row, onClose }: { row: NumberRow; onClose: () => void }) {
  const [byHand, setByHand] = useState<number | null>(null)
  const shown = phone(row.number)
  const done = (told: string) => ({
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: api.numbers.key() })
      if (told) say(told)
      onClose()
    },
    onError: (error: unknown) => sayRefusal(error, text.rotation.panel.notChanged),
  })
  const rest = useMutation(api.numbers.rest.mutationOptions(done(words.rested(shown))))
  const bringBack = useMutation(api.numbers.bringBack.mutationOptions(done(words.back(shown))))
  const setScore = useMutation(api.numbers.setScore.mutationOptions(done('')))
  const clear = useMutation(api.numbers.clearScore.mutationOptions(done('')))
  const id = row.id
  if (byHand !== null)
    return (
      <form
        className={classes.acts}
        onSubmit={event => {
          event.preventDefault()
          setScore.mutate({ id, score: byHand, source: words.byHand })
        }}
      >
        <NumberInput
          aria-label={words.setByHand}
          w={64}
          min={0}
          max={9}
          value={byHand}
          data-autofocus
          onChange={value => setByHand(Math.min(9, Math.max(0, Math.trunc(Number(value)))))}
        />
        <Button type="submit" loading={setScore.isPending}>
          {words.save}
        </Button>
      </form>
    )
  return (
    <div className={classes.acts}>
      {row.status.is === 'excluded' ? (
        <Button onClick={() => bringBack.mutate({ id })} loading={bringBack.isPending}>
          {words.bringBack}
        </Button>
      ) : (
        <Button onClick={() => rest.mutate({ id, days: aWeek })} loading={rest.isPending}>
          {words.rest}
        </Button>
      )}
      <Button onClick={() => setByHand(row.score.score)}>{words.setByHand}</Button>
      {row.score.set && (
        <Button variant="subtle" onClick={() => clear.mutate({ id })} loading={clear.isPending}>
          {words.useEstimate}
        </Button>
      )}
    </div>
  )
}
