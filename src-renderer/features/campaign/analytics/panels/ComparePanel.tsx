import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { Comparison } from '../../../../../src-main/contract/analytics.ts'
import { api } from '../../../../api/client.ts'
import { talk } from '../../../../format/duration.ts'
import { count, dash, ratio, share } from '../../../../format/number.ts'
import { text } from '../../../../text/text.ts'
import { ChartPanel } from '../../../../ui/chart/ChartPanel.tsx'
import { ErrorPanel } from '../../../../ui/ErrorPanel.tsx'
import { SkeletonRows } from '../../../../ui/Skeleton.tsx'
import { sidesOf } from '../filters/sides.ts'
import { useChangeSearch } from '../filters/use-change-search.ts'
import type { AnalyticsSearch } from '../search.ts'
import type { Shown } from '../shown.ts'
import { costOf } from './cost-of.ts'
import classes from './panels.module.css'

const words = text.analytics.compare

interface CompareProps extends Shown {
  readonly campaign: number
  readonly other: NonNullable<AnalyticsSearch['with']>
}

/** Two campaigns or two agent versions side by side, and whether chance alone could make the difference. */
export function ComparePanel({ campaign, other, of, choices, search }: CompareProps) {
  const change = useChangeSearch()
  const { data: campaigns } = useQuery(api.campaigns.list.queryOptions())
  const sides = sidesOf(campaign, search, other, choices, campaigns ?? [])
  const { data, error, refetch } = useQuery(
    api.analytics.compare.queryOptions({
      input: { a: sides.a.filter, b: sides.b.filter },
      staleTime: 60_000,
    }),
  )
  return (
    <ChartPanel
      title={words.title}
      fact={words.fact(sides.a.name, sides.b.name)}
      of={of}
      aside={
        <ActionIcon size="sm" aria-label={words.close} onClick={() => change({ with: undefined })}>
          <IconX size={14} />
        </ActionIcon>
      }
      isTable
      flush
      data={{
        columns: [words.figure, sides.a.name, sides.b.name, words.p, words.says],
        rows: (data?.shares ?? []).map(({ figure, a, b, p, verdict }) => [
          words.figures[figure],
          ratio(a.part, a.whole),
          ratio(b.part, b.whole),
          p,
          words.verdicts[verdict],
        ]),
      }}
    >
      {error && !data ? (
        <ErrorPanel what={text.analytics.failed} error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <SkeletonRows rows={5} height={32} />
      ) : (
        <>
          <div className={classes.scroller}>
            <table className={`${classes.table} num`} aria-label={words.title}>
              <thead>
                <tr>
                  <th scope="col">{words.figure}</th>
                  <th scope="col">{sides.a.name}</th>
                  <th scope="col">{sides.b.name}</th>
                  <th scope="col" title={words.pMeaning}>
                    {words.p}
                  </th>
                  <th scope="col" className={classes.says}>
                    {words.says}
                  </th>
                </tr>
              </thead>
              <tbody>
                {data.shares.map(compared => (
                  <ShareRow key={compared.figure} compared={compared} a={sides.a.name} b={sides.b.name} />
                ))}
                {plain(data, choices.currency).map(([name, a, b]) => (
                  <tr key={name}>
                    <td>{name}</td>
                    <td>{a}</td>
                    <td>{b}</td>
                    <td />
                    <td />
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <p className={`${classes.note} ${classes.pad}`}>{words.method}</p>
        </>
      )}
    </ChartPanel>
  )
}

function ShareRow({
  compared: { figure, a, b, p, verdict },
  a: nameOfA,
  b: nameOfB,
}: {
  compared: Comparison['shares'][number]
  a: string
  b: string
}) {
  const [shareOfA, shareOfB] = [ratio(a.part, a.whole), ratio(b.part, b.whole)]
  const higher = (shareOfA ?? 0) >= (shareOfB ?? 0) ? nameOfA : nameOfB
  return (
    <tr>
      <td title={words.meanings[figure]}>{words.figures[figure]}</td>
      {[a, b].map((side, at) => (
        <td key={at === 0 ? 'a' : 'b'}>
          <strong>{share(ratio(side.part, side.whole), side.whole)}</strong>{' '}
          <span className={classes.quiet}>{words.of(count(side.part), count(side.whole))}</span>
        </td>
      ))}
      <td>{p === null ? dash : words.chance(p)}</td>
      <td className={classes.says}>{words.sentences[verdict](higher)}</td>
    </tr>
  )
}

/** What is only set side by side. */
function plain(
  { a, b }: Comparison,
  currency: string | null,
): readonly (readonly [string, string, string])[] {
  const duration = ({ total }: Comparison['a']) =>
    total.averageTalkMs === null ? dash : talk(total.averageTalkMs)
  return [
    [words.average, duration(a), duration(b)],
    ...(currency === null
      ? []
      : [[words.perGoal, costOf(a.total, currency), costOf(b.total, currency)] as const]),
  ]
}
