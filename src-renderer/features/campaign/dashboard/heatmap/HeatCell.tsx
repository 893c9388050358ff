import { Link } from '@tanstack/react-router'
import { memo } from 'react'
import type { CampaignRow } from '../../../../../src-main/contract/campaigns.ts'
import { count } from '../../../../format/number.ts'
import { weekdays } from '../../../../format/week.ts'
import { text } from '../../../../text/text.ts'
import { type Cell, countStep, isUnsure, type Place, ratePercent, rateStep } from './cells.ts'
import classes from './HeatTable.module.css'
import type { HeatFigure } from './view.ts'

interface HeatCellProps {
  readonly id: CampaignRow['id']
  readonly cell: Cell
  /** Whose clock the hours are on: IANA zone, or `contact`. */
  readonly zone: string
  readonly show: HeatFigure
  /** People answered in the fullest cell. */
  readonly most: number
  readonly isNow: boolean
  readonly focusable: boolean
  readonly onFocus: (place: Place) => void
}

/** One hour of the week; a press opens its calls. */
export const HeatCell = memo(function HeatCell(props: HeatCellProps) {
  const { id, cell, zone, show, most, isNow, focusable, onFocus } = props
  const { day, hour, calls, people } = cell
  const unsure = show === 'rate' && isUnsure(cell)
  const percent = ratePercent(cell)
  const step = show === 'rate' ? rateStep(cell) : countStep(cell, most)
  const weekday = weekdays[day - 1] ?? 'mon'
  const rate = `${isUnsure(cell) ? '~' : ''}${percent} %`
  return (
    <td data-now={isNow || undefined}>
      <Link
        to="/campaigns/$id/calls"
        params={{ id }}
        search={{ weekday: day, hour, zone }}
        className={classes.cell}
        data-cell={`${day} ${hour}`}
        data-step={unsure ? undefined : step}
        data-unsure={unsure || undefined}
        tabIndex={focusable ? 0 : -1}
        aria-label={text.heatmap.cell(text.words.days[weekday], String(hour), rate, people, calls)}
        onFocus={() => onFocus({ day, hour })}
      >
        {show === 'count' ? count(people) : `${unsure ? '~' : ''}${percent}`}
      </Link>
    </td>
  )
})
