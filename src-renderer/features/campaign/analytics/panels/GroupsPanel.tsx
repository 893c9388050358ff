import type { ReactNode } from 'react'
import type { CallFigures, Measured } from '../../../../../src-main/contract/analytics.ts'
import { talk } from '../../../../format/duration.ts'
import { count, dash, share } from '../../../../format/number.ts'
import { phone } from '../../../../format/phone.ts'
import { zoneName } from '../../../../format/zone.ts'
import { text } from '../../../../text/text.ts'
import { Bar } from '../../../../ui/Bar.tsx'
import { ChartPanel } from '../../../../ui/chart/ChartPanel.tsx'
import { ScoreMark } from '../../../../ui/numbers/ScoreMark.tsx'
import { Phone } from '../../../../ui/Phone.tsx'
import { GroupingSelect } from '../filters/GroupingSelect.tsx'
import type { Grouping } from '../search.ts'
import type { Shown } from '../shown.ts'
import { groupTable } from './chart-tables.ts'
import { costOf } from './cost-of.ts'
import { ListsTable } from './ListsTable.tsx'
import classes from './panels.module.css'

const words = text.analytics.groups
const ENOUGH = 20

interface Line {
  readonly key: string
  readonly name: string
  readonly shown: ReactNode
  readonly measured: Measured
  /** Spam score of a number. */
  readonly score?: number
}

type CallGrouping = Exclude<Grouping, 'list'>

const several = (zones: readonly string[]) => {
  const [first = '', ...others] = zones
  return others.length === 0 ? zoneName(first) : words.zones(zoneName(first), others.length)
}

const linesOf: Record<CallGrouping, (calls: CallFigures) => readonly Line[]> = {
  number: ({ numbers }) =>
    numbers.map(({ key: { id, e164, country, score }, measured }) => ({
      key: String(id),
      name: phone(e164),
      shown: <Phone number={e164} country={country} />,
      measured,
      score,
    })),
  trunk: ({ trunks }) =>
    trunks.map(({ key: { id, name }, measured }) => ({ key: String(id), name, shown: name, measured })),
  attempt: ({ attempts }) =>
    attempts.map(({ key, measured }) => {
      const name = words.attempt(key)
      return { key: String(key), name, shown: name, measured }
    }),
  version: ({ versions }) =>
    versions.map(({ key: { id, name, version }, measured }) => {
      const called = text.analytics.version(name, version)
      return { key: String(id), name: called, shown: called, measured }
    }),
  zone: ({ zones }) =>
    zones.map(({ key, measured }) => ({
      key: key.join(),
      name: several(key),
      shown: <span title={key.join(', ')}>{several(key)}</span>,
      measured,
    })),
}

const level = (score: number) => (score >= 7 ? 'bad' : score >= 5 ? 'watch' : 'good')

interface GroupsProps extends Shown {
  readonly campaign: number
  readonly only?: Grouping
}

/** Results by what the calls have in common. */
export function GroupsPanel(props: GroupsProps) {
  const { campaign, of, choices, calls, search, only } = props
  const by = only ?? search.by ?? 'number'
  const aside = only === undefined && <GroupingSelect value={by} />
  const title = words.titles[by]
  if (by === 'list')
    return (
      <ListsTable campaign={campaign} of={of} choices={choices} search={search} title={title} aside={aside} />
    )
  const lines = linesOf[by](calls)
  const most = Math.max(0.01, ...lines.map(({ measured }) => measured.humanAnswerRate ?? 0))
  return (
    <ChartPanel
      title={title}
      fact={words.fact(lines.length)}
      of={of}
      aside={aside}
      isTable
      flush
      data={groupTable(title, lines, choices.currency)}
    >
      <div className={classes.scroller}>
        <table className={`${classes.table} ${classes.groups} num`} aria-label={title}>
          <Widths priced={choices.currency !== null} scored={by === 'number'} />
          <thead>
            <tr>
              <th scope="col">{words.names[by]}</th>
              <th scope="col">{words.calls}</th>
              <th scope="col" colSpan={2} title={text.analytics.meanings.human}>
                {words.human}
              </th>
              <th scope="col" title={text.analytics.meanings.average}>
                {words.average}
              </th>
              <th scope="col" title={text.analytics.meanings.goals}>
                {words.goals}
              </th>
              {choices.currency && (
                <th scope="col" title={text.analytics.funnel.costMeaning}>
                  {words.perGoal}
                </th>
              )}
              {by === 'number' && <th scope="col">{words.spam}</th>}
            </tr>
          </thead>
          <tbody>
            {lines.map(({ key, shown, measured, score }) => (
              <tr key={key}>
                <td>{shown}</td>
                <td>{count(measured.ended)}</td>
                <td>
                  <Bar
                    share={(measured.humanAnswerRate ?? 0) / most}
                    tone={measured.ended < ENOUGH ? 'rest' : 'main'}
                    height={10}
                  />
                </td>
                <td>
                  <strong>{share(measured.humanAnswerRate, measured.ended)}</strong>
                </td>
                <td>{measured.averageTalkMs === null ? dash : talk(measured.averageTalkMs)}</td>
                <td>{count(measured.goalsAchieved)}</td>
                {choices.currency && <td>{costOf(measured, choices.currency)}</td>}
                {score !== undefined && (
                  <td>
                    <ScoreMark score={score} level={level(score)} />
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </ChartPanel>
  )
}

/** The same in each table, so that bars of several stand below each other: what has no score leaves its room free. */
const Widths = ({ priced, scored }: { readonly priced: boolean; readonly scored: boolean }) => (
  <colgroup>
    <col width="180" />
    <col width="56" />
    <col />
    <col width="64" />
    <col width="64" />
    <col width={priced || scored ? 54 : 102} />
    {priced && <col width={scored ? 74 : 122} />}
    {scored && <col width="48" />}
  </colgroup>
)
