import { memo, type ReactNode } from 'react'
import type { Hue, Shape } from './status.ts'

const disc = <circle cx="7" cy="7" r="6" fill="currentColor" />
const ring = <circle cx="7" cy="7" r="5.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
const cut = {
  fill: 'none',
  stroke: 'var(--glyph-cut, var(--surface))',
  strokeWidth: 1.6,
  strokeLinecap: 'round',
} as const
const ink = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.5, strokeLinecap: 'round' } as const

const drawings = {
  ring,
  'dashed-ring': <circle cx="7" cy="7" r="5.25" {...ink} strokeLinecap="butt" strokeDasharray="2.1 1.2" />,
  'dashed-point': (
    <>
      <circle cx="7" cy="7" r="5.25" {...ink} strokeLinecap="butt" strokeDasharray="2.1 1.2" />
      <circle cx="7" cy="7" r="1.6" fill="currentColor" />
    </>
  ),
  'ring-quarter': (
    <>
      {ring}
      <path d="M7 7V3.4A3.6 3.6 0 0 1 10.6 7z" fill="currentColor" />
    </>
  ),
  'disc-wave': (
    <>
      {disc}
      <path d="M4.2 6.3v1.4M6.1 5v4M7.9 4.4v5.2M9.8 6v2" {...cut} strokeWidth={1.3} />
    </>
  ),
  'half-disc': (
    <>
      {ring}
      <path d="M7 2.2a4.8 4.8 0 0 1 0 9.6z" fill="currentColor" />
    </>
  ),
  'half-empty': (
    <>
      {ring}
      <path d="M2.4 7h9.2a4.6 4.6 0 0 1-9.2 0z" fill="currentColor" />
    </>
  ),
  turn: <path d="M11.6 4.2A5.2 5.2 0 1 0 12.2 7M11.9 1.6v2.8H9.1" {...ink} />,
  'disc-tick': (
    <>
      {disc}
      <path d="M4.4 7.2 6.3 9l3.4-3.8" {...cut} />
    </>
  ),
  'disc-dash': (
    <>
      {disc}
      <path d="M4.6 7h4.8" {...cut} />
    </>
  ),
  'ring-dash': (
    <>
      {ring}
      <path d="M4.8 7h4.4" {...ink} />
    </>
  ),
  'disc-cross': (
    <>
      {disc}
      <path d="m5 5 4 4m0-4L5 9" {...cut} />
    </>
  ),
  'ring-stroke': (
    <>
      {ring}
      <path d="m3.4 10.6 7.2-7.2" {...ink} />
    </>
  ),
  clock: (
    <>
      {ring}
      <path d="M7 4.2V7l1.9 1.2" {...ink} strokeWidth={1.3} />
    </>
  ),
  'disc-play': (
    <>
      {disc}
      <path d="M5.6 4.5v5l4-2.5z" fill="var(--glyph-cut, var(--surface))" />
    </>
  ),
  'disc-bars': (
    <>
      {disc}
      <path d="M5.5 5v4M8.5 5v4" {...cut} />
    </>
  ),
  triangle: (
    <>
      <path d="M7 1.2 13.2 12.4H.8z" fill="currentColor" strokeLinejoin="round" />
      <path d="M7 5.4v3M7 10.5v.1" {...cut} strokeWidth={1.5} />
    </>
  ),
  info: (
    <>
      {disc}
      <path d="M7 6.6v3M7 4.3v.1" {...cut} strokeWidth={1.5} />
    </>
  ),
  alert: (
    <>
      {disc}
      <path d="M7 4v3.4M7 9.8v.1" {...cut} strokeWidth={1.5} />
    </>
  ),
} satisfies Record<Shape, ReactNode>

/** Hidden from readers: the word beside it is read. */
export const StatusGlyph = memo(function StatusGlyph({
  shape,
  hue,
  size = 14,
}: {
  shape: Shape
  hue: Hue
  size?: number
}) {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 14 14"
      style={{ color: `var(--${hue})`, flex: 'none' }}
    >
      {drawings[shape]}
    </svg>
  )
})
