import { Button, SegmentedControl } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api/client.ts'
import { clockSeconds, date } from '../../format/time.ts'
import { text } from '../../text/text.ts'
import { ErrorPanel } from '../../ui/ErrorPanel.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { NoRows } from '../../ui/Rows.tsx'
import { SearchBox } from '../../ui/SearchBox.tsx'
import { SkeletonRows } from '../../ui/Skeleton.tsx'
import { Status } from '../../ui/Status.tsx'
import { noticeLooks } from '../../ui/status.ts'
import classes from './settings.module.css'

const words = text.preferences.logs
const freshMs = 5_000
const limit = 500
/** From what is worth knowing to what is wrong. */
const levels = ['info', 'warning', 'problem'] as const
type Level = (typeof levels)[number]
const isAtLeast = (level: Level, least: Level) => levels.indexOf(level) >= levels.indexOf(least)

/** The newest lines of the engine's log, for those who look for a fault. */
export function LogView() {
  const [search, setSearch] = useState('')
  const [least, setLeast] = useState<Level>('info')
  const { data, error, refetch } = useQuery(
    api.preferences.log.queryOptions({ input: { limit }, refetchInterval: freshMs }),
  )
  if (error && !data) return <ErrorPanel what={words.failed} error={error} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={10} height={26} />
  const word = search.trim().toLowerCase()
  const shown = data.lines.filter(
    ({ level, text: line }) => isAtLeast(level, least) && line.toLowerCase().includes(word),
  )
  return (
    <Panel
      title={words.title}
      fact={words.file(data.file)}
      aside={
        <Button size="compact-xs" component="a" href={data.address} download>
          {words.download}
        </Button>
      }
      flush
    >
      <div className={classes.tools}>
        <SearchBox label={words.search} value={search} onChange={setSearch} />
        <SegmentedControl
          aria-label={words.level}
          data={levels.map(value => ({ value, label: words.from[value] }))}
          value={least}
          onChange={setLeast}
        />
      </div>
      {shown.length === 0 && <NoRows>{data.lines.length === 0 ? words.none : words.noMatch}</NoRows>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <ul className={classes.log} tabIndex={0} aria-label={words.title}>
        {shown.map(({ at, level, text: line }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of a log have nothing else to be told by
          <li key={place} className={classes.line}>
            <span className="num">{at === null ? '' : `${date(at)} ${clockSeconds(at)}`}</span>
            <Status look={noticeLooks[level]} word={words.levels[level]} />
            <span>{line}</span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
