import type { ImportPlan } from '../../../../src-main/contract/imports.ts'
import type { Job } from '../../../../src-main/contract/jobs.ts'
import { count, ratio, share } from '../../../format/number.ts'
import { text } from '../../../text/text.ts'
import { StatusGlyph } from '../../../ui/StatusGlyph.tsx'
import type { Look } from '../../../ui/status.ts'
import classes from './RowsBar.module.css'

const words = text.imports.result

type ImportCounts = Extract<NonNullable<Job['result']>, { is: 'import' }>['counts']

interface Part {
  readonly key: string
  readonly name: string
  readonly rows: number
  readonly foot: string
  readonly look: Look
  /** Of its piece of the bar; `undefined`: counted within another part. */
  readonly colour: string | undefined
}

/** In which part each row stands; together they are all rows of the file. */
const partsOf = (counts: ImportCounts, known: ImportPlan['known']): readonly Part[] => [
  {
    key: 'added',
    name: words.added,
    rows: counts.added,
    foot: words.addedFoot,
    look: { shape: 'disc-tick', hue: 'green' },
    colour: 'var(--green)',
  },
  {
    key: 'updated',
    name: words.updated,
    rows: counts.updated,
    foot: words.updatedFoot[known],
    look: { shape: 'info', hue: 'blue' },
    colour: 'var(--blue)',
  },
  {
    key: 'unchanged',
    name: words.unchanged,
    rows: counts.unchanged,
    foot: words.unchangedFoot[known],
    look: { shape: 'ring', hue: 'gray' },
    colour: 'var(--c3)',
  },
  {
    key: 'duplicates',
    name: words.duplicates,
    rows: counts.duplicates,
    foot: words.duplicatesFoot,
    look: { shape: 'dashed-ring', hue: 'gray' },
    colour: 'var(--gray)',
  },
  {
    key: 'rejected',
    name: words.rejected,
    rows: counts.rejected,
    foot: words.rejectedFoot,
    look: { shape: 'disc-cross', hue: 'red' },
    colour: 'var(--red)',
  },
  {
    key: 'doNotCall',
    name: words.doNotCall,
    rows: counts.doNotCall,
    foot: words.doNotCallFoot,
    look: { shape: 'ring-stroke', hue: 'gray' },
    colour: undefined,
  },
]

export function RowsBar({ counts, known }: { counts: ImportCounts; known: ImportPlan['known'] }) {
  const parts = partsOf(counts, known)
  return (
    <section className={classes.panel} aria-label={words.label}>
      <div className={classes.bar} aria-hidden="true">
        {parts.map(
          ({ key, rows, colour }) =>
            colour && rows > 0 && <span key={key} style={{ flexGrow: rows, background: colour }} />,
        )}
      </div>
      <dl className={classes.parts}>
        {parts.map(({ key, name, rows, foot, look }) => (
          <div key={key} className={classes.part}>
            <dt>
              <StatusGlyph {...look} /> {name}
            </dt>
            <dd className={`${classes.figure} num`}>
              {count(rows)} {rows > 0 && <span>{share(ratio(rows, counts.rows), counts.rows)}</span>}
            </dd>
            <dd className={classes.foot}>{foot}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
