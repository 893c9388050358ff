import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { CampaignRow } from '../../../../../src-main/contract/campaigns.ts'
import { heatClocks } from '../../../../../src-main/contract/heat-scale.ts'
import { api } from '../../../../api/client.ts'
import { clock as clockTime } from '../../../../format/time.ts'
import { wallTime } from '../../../../format/wall-time.ts'
import { text } from '../../../../text/text.ts'
import { Choice } from '../../../../ui/campaign/fields/Choice.tsx'
import { ErrorPanel } from '../../../../ui/ErrorPanel.tsx'
import { Panel } from '../../../../ui/Panel.tsx'
import { SkeletonRows } from '../../../../ui/Skeleton.tsx'
import type { Place } from './cells.ts'
import classes from './Heatmap.module.css'
import { HeatTable } from './HeatTable.tsx'
import { Legend } from './Legend.tsx'
import { type HeatView, heatFigures, parseHeatView } from './view.ts'

const words = text.heatmap
const refreshMs = 30_000

/** When people answer: by day of the week and hour, on the contacts' clocks or the campaign's. */
export function Heatmap({ id }: { id: CampaignRow['id'] }) {
  const raw = useSearch({ strict: false })
  const { clock = 'contact', show = 'rate' } = useMemo(() => parseHeatView(raw), [raw])
  const navigate = useNavigate()
  const change = (next: HeatView) =>
    void navigate({ to: '.', search: { clock, show, ...next }, replace: true, resetScroll: false })
  const { data, error, refetch } = useQuery(
    api.heatmap.ofCampaign.queryOptions({
      input: { id, clock },
      placeholderData: keepPreviousData,
      refetchInterval: refreshMs,
    }),
  )
  const now = data && hourOn(data.at, data.zone)
  return (
    <Panel
      title={words.title}
      fact={data && words.asOf(clockTime(data.at))}
      aside={
        <>
          <Choice
            label={words.clock}
            choices={heatClocks}
            name={one => words.clocks[one]}
            value={clock}
            onChange={one => change({ clock: one })}
          />
          <Choice
            label={words.show}
            choices={heatFigures}
            name={one => words.figures[one]}
            value={show}
            onChange={one => change({ show: one })}
          />
        </>
      }
    >
      {error && !data && <ErrorPanel what={words.failed} error={error} onRetry={() => void refetch()} />}
      {!error && !data && <SkeletonRows rows={7} height={27} />}
      {data?.cells.length === 0 && <p className={classes.none}>{words.none}</p>}
      {data && now && data.cells.length > 0 && (
        <>
          <HeatTable
            id={id}
            cells={data.cells}
            zone={clock === 'contact' ? 'contact' : data.zone}
            show={show}
            nowDay={now.day}
            nowHour={now.hour}
          />
          <Legend show={show} />
        </>
      )}
    </Panel>
  )
}

function hourOn(at: number, zone: string): Place {
  const wall = wallTime(at, zone)
  const day = new Date(`${wall.slice(0, 10)}T00:00:00Z`).getUTCDay()
  return { day: day === 0 ? 7 : day, hour: Number(wall.slice(11, 13)) }
}
