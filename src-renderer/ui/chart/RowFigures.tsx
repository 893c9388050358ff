import classes from './chart.module.css'

interface RowFiguresProps {
  /** px of the drawing */
  readonly width: number
  /** px that the note takes at its right end */
  readonly noteWidth: number
  /** px from the top to the middle of the row */
  readonly middle: number
  readonly figure: string
  readonly note: string
}

/** The number of a row and, fainter at the end, what it was taken from. */
export const RowFigures = ({ width, noteWidth, middle, figure, note }: RowFiguresProps) => (
  <>
    <text
      x={width - noteWidth}
      y={middle}
      dominantBaseline="central"
      textAnchor="end"
      className={`${classes.strong} num`}
    >
      {figure}
    </text>
    <text x={width} y={middle} dominantBaseline="central" textAnchor="end" className={`${classes.note} num`}>
      {note}
    </text>
  </>
)
