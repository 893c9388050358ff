import { useEffect, useState } from 'react'
import classes from './Skeleton.module.css'

const patienceMs = 200

/** True once something has been loading for 200 ms: what is quicker shows no skeleton at all. */
export function useLate(loading: boolean) {
  const [late, setLate] = useState(false)
  useEffect(() => {
    if (!loading) return setLate(false)
    const timer = setTimeout(() => setLate(true), patienceMs)
    return () => clearTimeout(timer)
  }, [loading])
  return loading && late
}

export const SkeletonRow = ({ height }: { height: number }) => (
  <div className={classes.row} style={{ height }} aria-hidden="true">
    <span className={classes.long} />
    <span className={classes.short} />
  </div>
)

/** Rows of the real height inside a panel. */
export function SkeletonRows({ rows, height }: { rows: number; height: number }) {
  const late = useLate(true)
  if (!late) return <div style={{ height: rows * height }} aria-busy />
  return (
    <div aria-busy>
      {Array.from({ length: rows }, (_, place) => place).map(place => (
        <SkeletonRow key={place} height={height} />
      ))}
    </div>
  )
}
