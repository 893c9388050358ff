import classes from './ChartTable.module.css'
import type { ChartData } from './chart-data.ts'

const written = (value: string | number | null) =>
  typeof value === 'number' ? String(Math.round(value * 10_000) / 10_000) : (value ?? '–')

/** The data of a chart, for reading and for those who do not see it. */
export const ChartTable = ({ label, data }: { label: string; data: ChartData }) => (
  <div className={classes.scroller}>
    <table className={`${classes.table} num`} aria-label={label}>
      <thead>
        <tr>
          {data.columns.map(column => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {data.rows.map(row => (
          <tr key={String(row[0])}>
            {row.map((value, at) => (
              <td key={data.columns[at]} data-number={typeof value === 'number' || undefined}>
                {written(value)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)
