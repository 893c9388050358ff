import type { NumberRow } from '../../../src-main/contract/numbers.ts'
import classes from './ScoreMark.module.css'

/** A spam score: the digit always, its ground by its level. */
export const ScoreMark = ({ score, level }: Pick<NumberRow['score'], 'score' | 'level'>) => (
  <span className={`${classes.mark} num`} data-level={level}>
    {score}
  </span>
)
