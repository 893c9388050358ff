import { Popover } from '@mantine/core'
import { useState } from 'react'
import type { NumberRow } from '../../../src-main/contract/numbers.ts'
import { phone } from '../../format/phone.ts'
import { text } from '../../text/text.ts'
import classes from './ScoreChip.module.css'
import { ScoreMark } from './ScoreMark.tsx'
import { ScoreParts } from './ScoreParts.tsx'

const words = text.rotation

/** The score with its word; opens into the parts that it is made of. */
export function ScoreChip({ row, limit = null }: { row: NumberRow; limit?: number | null }) {
  const [opened, setOpened] = useState(false)
  const { score, level } = row.score
  return (
    <Popover opened={opened} onChange={setOpened} width={480} position="bottom-end" withArrow trapFocus>
      <Popover.Target>
        <button
          type="button"
          className={classes.chip}
          aria-label={words.score.open(score, words.level[level], phone(row.number))}
          onClick={() => setOpened(now => !now)}
        >
          <ScoreMark score={score} level={level} /> {words.level[level]}
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        {opened && <ScoreParts row={row} limit={limit} onClose={() => setOpened(false)} />}
      </Popover.Dropdown>
    </Popover>
  )
}
