import { Tooltip } from '@mantine/core'
import type { ContactFigures } from '../../../../../src-main/contract/analytics.ts'
import { count, ratio, share } from '../../../../format/number.ts'
import { text } from '../../../../text/text.ts'
import { BarRows } from '../../../../ui/chart/BarRows.tsx'
import { ChartPanel } from '../../../../ui/chart/ChartPanel.tsx'
import { SkeletonRows } from '../../../../ui/Skeleton.tsx'
import type { Shown } from '../shown.ts'
import { funnelRows, funnelTable } from './chart-tables.ts'
import { costOf } from './cost-of.ts'
import classes from './panels.module.css'

const words = text.analytics.funnel
const ROW = 34

/** How far the contacts came: each step with its share of the one before. */
export function FunnelPanel({
  of,
  choices: { currency },
  calls: { total },
  contacts,
}: Shown & { contacts: ContactFigures | undefined }) {
  const funnel = contacts?.funnel
  const rows = funnelRows(funnel)
  return (
    <ChartPanel
      title={words.title}
      of={of}
      fact={
        currency !== null && (
          <Tooltip label={words.costMeaning}>
            <span className="num">{words.cost(costOf(total, currency))}</span>
          </Tooltip>
        )
      }
      data={funnelTable(funnel)}
    >
      {funnel ? (
        <>
          <BarRows
            summary={words.summary(count(funnel.total), count(funnel.contacted), count(funnel.achieved))}
            rowHeight={ROW}
            labelWidth={140}
            rows={rows.map(row => ({
              label: words.steps[row.step],
              share: ratio(row.cases, funnel.total) ?? 0,
              figure: count(row.cases),
              note: row.step === 'total' ? '' : share(row.share, row.before),
              tone: row.step === 'achieved' ? 'main' : 'second',
              strong: row.step === 'achieved',
            }))}
          />
          {funnel.conversionRate !== null && (
            <p className={classes.note}>
              <Tooltip label={words.conversionMeaning}>
                <span>{words.conversion(share(funnel.conversionRate, funnel.conversed))}</span>
              </Tooltip>
            </p>
          )}
        </>
      ) : (
        <SkeletonRows rows={rows.length} height={ROW} />
      )}
    </ChartPanel>
  )
}
