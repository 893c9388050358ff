import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useMemo } from 'react'
import type { Job } from '../../../../src-main/contract/jobs.ts'
import { api, client } from '../../../api/client.ts'
import { count, dash } from '../../../format/number.ts'
import { day } from '../../../format/time.ts'
import { text } from '../../../text/text.ts'
import { DataTable } from '../../../ui/DataTable.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { ErrorPanel } from '../../../ui/ErrorPanel.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { usePagedRows } from '../../../ui/paged-rows.ts'
import type { Column } from '../../../ui/table-column.ts'
import classes from './result.module.css'

const words = text.imports.rejected
const keptDays = 90
const dayMs = 86_400_000

type Rejected = Awaited<ReturnType<typeof client.imports.rejected>>['rows'][number]

const columns: readonly Column<Rejected>[] = [
  {
    id: 'line',
    head: words.line,
    width: '72px',
    right: true,
    cell: ({ line }) => <span className={`${classes.quiet} num`}>{count(line)}</span>,
  },
  {
    id: 'number',
    head: words.number,
    width: 'minmax(140px, 1fr)',
    cell: ({ number }) => <span className={classes.raw}>{number || dash}</span>,
  },
  {
    id: 'name',
    head: words.name,
    width: 'minmax(120px, 1fr)',
    cell: ({ name }) => name || dash,
  },
  {
    id: 'reason',
    head: words.reason,
    width: 'minmax(200px, 2fr)',
    cell: ({ reason }) => <span title={text.told(reason)}>{text.told(reason)}</span>,
  },
]

/** Each rejected row with its line and reason; the file of them has all its cells. */
export function RejectedRows({ job, rejected }: { job: Job; rejected: number }) {
  const { id, endedAt, files } = job
  const source = useMemo(
    () => ({
      key: api.imports.rejected.key({ input: { id } }),
      load: (page: { offset: number; limit: number }, signal: AbortSignal) =>
        client.imports.rejected({ id, ...page }, { signal }),
    }),
    [id],
  )
  const paged = usePagedRows<Rejected>(source, false)
  const keptUntil = day((endedAt ?? job.createdAt) + keptDays * dayMs)
  return (
    <Panel
      title={words.title}
      fact={rejected === 0 ? undefined : words.kept(rejected, keptUntil)}
      aside={
        files.rejected && (
          <Button component="a" href={files.rejected} download leftSection={<IconDownload size={14} />}>
            {words.download}
          </Button>
        )
      }
      flush
      className={classes.rejected}
    >
      {paged.error ? (
        <ErrorPanel what={words.failed} error={paged.error} onRetry={paged.retry} />
      ) : (
        <DataTable
          label={words.title}
          columns={columns}
          total={paged.total}
          row={paged.row}
          rowKey={({ line }) => line}
          rowHeight={32}
          minWidth={540}
          onRange={paged.onRange}
          loading={paged.loading}
          empty={<EmptyState title={words.none} sentence={words.noneSentence} />}
        />
      )}
    </Panel>
  )
}
