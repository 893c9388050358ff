import type { ReactNode } from 'react'
import { count, share } from '../../../../format/number.ts'
import { text } from '../../../../text/text.ts'
import { ChartPanel } from '../../../../ui/chart/ChartPanel.tsx'
import { ErrorPanel } from '../../../../ui/ErrorPanel.tsx'
import { SkeletonRows } from '../../../../ui/Skeleton.tsx'
import type { Shown } from '../shown.ts'
import { useLists } from '../use-analytics.ts'
import { listTable } from './chart-tables.ts'
import { costOf } from './cost-of.ts'
import classes from './panels.module.css'

const words = text.analytics.groups

interface ListsProps extends Pick<Shown, 'of' | 'choices' | 'search'> {
  readonly campaign: number
  readonly title: string
  readonly aside: ReactNode
}

/** How far the contacts of each list came; who is in two lists counts in both. */
export function ListsTable({ campaign, of, choices: { currency }, search, title, aside }: ListsProps) {
  const { data, error, refetch } = useLists(campaign, search, true)
  const lists = data ?? []
  return (
    <ChartPanel
      title={title}
      fact={data && words.listsFact(lists.length)}
      of={of}
      aside={aside}
      isTable
      flush
      data={listTable(lists, currency)}
    >
      {error && !data ? (
        <ErrorPanel what={text.analytics.failed} error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <SkeletonRows rows={3} height={32} />
      ) : lists.length === 0 ? (
        <p className={`${classes.note} ${classes.pad}`}>{words.noLists}</p>
      ) : (
        <div className={classes.scroller}>
          <table className={`${classes.table} num`} aria-label={title}>
            <thead>
              <tr>
                <th scope="col">{words.names.list}</th>
                {words.listColumns.map(column => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
                {currency && <th scope="col">{words.perGoal}</th>}
              </tr>
            </thead>
            <tbody>
              {lists.map(list => (
                <tr key={list.id}>
                  <td>{list.name}</td>
                  <td>{count(list.contacts)}</td>
                  <td>{count(list.contacted)}</td>
                  <td>{count(list.conversed)}</td>
                  <td>{count(list.achieved)}</td>
                  <td>
                    <strong>{share(list.conversionRate, list.conversed)}</strong>
                  </td>
                  {currency && <td>{costOf(list, currency)}</td>}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </ChartPanel>
  )
}
