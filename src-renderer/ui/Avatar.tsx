import { memo } from 'react'
import classes from './Avatar.module.css'
import type { Hue } from './status.ts'

const hues: readonly Hue[] = ['teal', 'indigo', 'violet', 'cyan', 'green', 'orange', 'blue']

/** Two letters on a tint that stays with the name. */
export const Avatar = memo(function Avatar({ name }: { name: string }) {
  const words = name.trim().split(/\s+/)
  const letters = words.length > 1 ? `${words[0]?.[0] ?? ''}${words[1]?.[0] ?? ''}` : name.slice(0, 2)
  const sum = [...name].reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0)
  const hue = hues[sum % hues.length] ?? 'gray'
  return (
    <span
      className={classes.avatar}
      aria-hidden="true"
      style={{ background: `var(--${hue}-tint)`, color: `var(--${hue}-t)` }}
    >
      {letters.toUpperCase()}
    </span>
  )
})
