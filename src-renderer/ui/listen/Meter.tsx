import classes from './Meter.module.css'

const bars = [0.01, 0.03, 0.08, 0.2, 0.5] as const

/** So many bars are lit at this level, 0–1. */
export const litBars = (level: number): number => bars.filter(bar => level >= bar).length

/** How loud something is now. */
export const Meter = ({ label, lit }: { label: string; lit: number }) => (
  // biome-ignore lint/a11y/useSemanticElements: the element draws one bar of its own
  <span
    className={classes.level}
    role="meter"
    aria-label={label}
    aria-valuemin={0}
    aria-valuemax={bars.length}
    aria-valuenow={lit}
  >
    {bars.map((bar, at) => (
      <span key={bar} data-lit={at < lit || undefined} />
    ))}
  </span>
)
