import type { NumberRow } from '../../../src-main/contract/numbers.ts'
import { date } from '../../format/time.ts'
import { text } from '../../text/text.ts'
import { StatusGlyph } from '../StatusGlyph.tsx'
import type { Look } from '../status.ts'
import classes from './NumberStatus.module.css'

const words = text.rotation.status

/** Whether a number may be shown, and what of that is worth knowing. */
export function NumberStatus({ row, limit }: { row: NumberRow; limit?: number }) {
  const { look, word, fact } = told(row, limit)
  return (
    <span className={classes.status}>
      <StatusGlyph {...look} />
      <span>{word}</span>
      {fact && (
        <span className={classes.fact} title={fact}>
          {fact}
        </span>
      )}
    </span>
  )
}

interface Told {
  readonly look: Look
  readonly word: string
  readonly fact: string
}

function told({ status, score }: NumberRow, limit: number | undefined): Told {
  switch (status.is) {
    case 'active':
      return active(score, limit)
    case 'disabled':
      return { look: { shape: 'ring', hue: 'gray' }, word: words.disabled, fact: words.disabledIn[status.in] }
    case 'excluded':
      return {
        look: { shape: 'alert', hue: 'red' },
        word: words.excluded,
        fact: words.until(date(status.until), status.why),
      }
    case 'probation':
      return {
        look: { shape: 'info', hue: 'blue' },
        word: words.active,
        fact: words.probation(status.done, status.of),
      }
  }
}

function active({ score, estimate }: NumberRow['score'], limit: number | undefined): Told {
  if (limit !== undefined && score === limit - 1)
    return { look: { shape: 'triangle', hue: 'yellow' }, word: words.active, fact: words.watched }
  const few = estimate?.lowData === true && estimate.attempts > 0
  return {
    look: { shape: 'disc-tick', hue: 'green' },
    word: words.active,
    fact: few ? words.lowData(estimate.attempts) : '',
  }
}
