import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import type { CampaignRow } from '../../../../src-main/contract/campaigns.ts'
import { api } from '../../../api/client.ts'
import { text } from '../../../text/text.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { ErrorPanel } from '../../../ui/ErrorPanel.tsx'
import { ScoreMark } from '../../../ui/numbers/ScoreMark.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { Panels } from '../../../ui/Panels.tsx'
import { SkeletonRows } from '../../../ui/Skeleton.tsx'
import { AddNumbers } from './AddNumbers.tsx'
import { CampaignNumbers } from './CampaignNumbers.tsx'
import { NextNumbers } from './NextNumbers.tsx'
import { RoomToday } from './RoomToday.tsx'
import classes from './Rotation.module.css'
import { RotationRules } from './RotationRules.tsx'

const route = getRouteApi('/campaigns/$id')
const words = text.rotation.panel
const refreshMs = 5_000
const levels = [
  ['good', 4],
  ['watch', 5],
  ['bad', 7],
] as const

/** Which caller IDs the campaign shows, how they take turns, and how they fare. */
export function Rotation() {
  const id = route.useParams().id as CampaignRow['id']
  const [adding, setAdding] = useState(false)
  const { data, error, refetch } = useQuery(
    api.numbers.ofCampaign.queryOptions({
      input: { campaign: id },
      placeholderData: keepPreviousData,
      refetchInterval: refreshMs,
    }),
  )
  if (error && !data) return <ErrorPanel what={words.failed} error={error} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={8} height={40} />
  const { rows, today, editable, locked } = data
  return (
    <Panels>
      {rows.length > 1 && <RotationRules id={id} panel={data} />}
      <Panel
        title={words.title}
        fact={words.fact(today.inUse, rows.length, today.done, today.room)}
        aside={
          <>
            <span className={classes.help}>{rows.length > 1 ? words.orderHelp : words.oneOnly}</span>
            <Button
              leftSection={<IconPlus size={14} />}
              disabled={!editable.list}
              title={editable.list ? undefined : text.told(locked)}
              onClick={() => setAdding(true)}
            >
              {words.add}
            </Button>
          </>
        }
        flush
      >
        {rows.length === 0 ? (
          <EmptyState title={words.empty} sentence={words.emptySentence} />
        ) : (
          <CampaignNumbers id={id} panel={data} />
        )}
        <p className={classes.legend}>
          {levels.map(([level, score]) => (
            <span key={level}>
              <ScoreMark score={score} level={level} />
              {text.rotation.legend[level]}
            </span>
          ))}
        </p>
      </Panel>
      <div className={classes.below}>
        <NextNumbers id={id} />
        <RoomToday panel={data} />
      </div>
      {adding && <AddNumbers id={id} known={rows.map(row => row.id)} onClose={() => setAdding(false)} />}
    </Panels>
  )
}
