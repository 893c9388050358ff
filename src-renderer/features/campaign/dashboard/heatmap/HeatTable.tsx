import { type KeyboardEvent, memo, useRef, useState } from 'react'
import type { CampaignRow } from '../../../../../src-main/contract/campaigns.ts'
import { type Weekday, weekdays } from '../../../../format/week.ts'
import { text } from '../../../../text/text.ts'
import { type Cell, neighbour, type Place, samePlace, shownHours } from './cells.ts'
import { HeatCell } from './HeatCell.tsx'
import classes from './HeatTable.module.css'
import type { HeatFigure } from './view.ts'

const words = text.heatmap
const two = (hour: number) => String(hour).padStart(2, '0')

interface HeatTableProps {
  readonly id: CampaignRow['id']
  readonly cells: readonly Cell[]
  /** Whose clock the hours are on: IANA zone, or `contact`. */
  readonly zone: string
  readonly show: HeatFigure
  /** Day and hour that it is now on the campaign's clock. */
  readonly nowDay: number
  readonly nowHour: number
}

/** Days as rows, hours as columns; the arrow keys go from cell to cell, Enter opens its calls. */
export const HeatTable = memo(function HeatTable(props: HeatTableProps) {
  const { id, cells, zone, show, nowDay, nowHour } = props
  const now = { day: nowDay, hour: nowHour }
  const table = useRef<HTMLTableElement>(null)
  const [chosen, choose] = useState<Place>()
  const first = cells.find(cell => samePlace(chosen, cell)) ?? cells[0]
  const hours = shownHours(cells)
  const known = new Map(cells.map(cell => [`${cell.day} ${cell.hour}`, cell]))
  const most = Math.max(0, ...cells.map(cell => cell.people))
  const onKey = (event: KeyboardEvent) => {
    const next = first && neighbour(cells, first, event.key)
    if (!next) return
    event.preventDefault()
    choose(next)
    table.current?.querySelector<HTMLElement>(`[data-cell="${next.day} ${next.hour}"]`)?.focus()
  }
  return (
    <table
      ref={table}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its cells are moved through by arrow keys
      role="grid"
      aria-label={words.title}
      className={`${classes.table} num`}
      onKeyDown={onKey}
    >
      <thead>
        <tr>
          <th scope="col">
            <span className="unseen">{words.day}</span>
          </th>
          {hours.map(hour => (
            <th key={hour} scope="col">
              {two(hour)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weekdays.map((weekday: Weekday, index) => {
          const day = index + 1
          return (
            <tr key={weekday}>
              <th scope="row" data-now={now.day === day || undefined}>
                {text.words.days[weekday]}
              </th>
              {hours.map(hour => {
                const cell = known.get(`${day} ${hour}`)
                const place = { day, hour }
                return cell ? (
                  <HeatCell
                    key={hour}
                    id={id}
                    cell={cell}
                    zone={zone}
                    show={show}
                    most={most}
                    isNow={samePlace(now, place)}
                    focusable={samePlace(first, place)}
                    onFocus={choose}
                  />
                ) : (
                  <td key={hour} className={classes.empty} data-now={samePlace(now, place) || undefined} />
                )
              })}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
})
