/**
 * Browsers end an element at 17–33 million px (Firefox, Chromium), and 32-bit floats lose whole px above 2^24. Taller
 * tables get a shorter scroll bar: small steps move the rows px by px, jumps of the bar go to the same share of both.
 */
export const tallest = 16_000_000

/** In px. `bar`: `scrollTop` of the element; `top`: where its first row in view begins among all rows. */
export interface Scrolled {
  readonly bar: number
  readonly top: number
}

/** In px: all rows, what the element is tall, and what of it is in view. */
export interface Heights {
  readonly rows: number
  readonly space: number
  readonly view: number
}

export const heights = (total: number, rowHeight: number, view: number): Heights => ({
  rows: total * rowHeight,
  space: Math.min(total * rowHeight, tallest),
  view,
})

const barEnd = ({ space, view }: Heights) => Math.max(0, space - view)
const topEnd = ({ rows, view }: Heights) => Math.max(0, rows - view)
const within = (value: number, end: number) => Math.min(end, Math.max(0, value))

export function scrolledTo(top: number, of: Heights): Scrolled {
  const to = within(top, topEnd(of))
  return { top: to, bar: topEnd(of) === 0 ? 0 : (to / topEnd(of)) * barEnd(of) }
}

/** Where the rows stand when the bar was moved to `bar`. The answer's own `bar` differs where it has to be moved on. */
export function scrolledBy(before: Scrolled, bar: number, of: Heights): Scrolled {
  if (of.rows === of.space) return { bar, top: within(bar, topEnd(of)) }
  const step = bar - before.bar
  if (Math.abs(step) > of.view) return { bar, top: barEnd(of) === 0 ? 0 : (bar / barEnd(of)) * topEnd(of) }
  const top = within(before.top + step, topEnd(of))
  const atEnd = bar <= 0 || bar >= barEnd(of) - 1 || top === 0 || top === topEnd(of)
  return atEnd ? scrolledTo(top, of) : { bar, top }
}

/** Where to stand so that a row is wholly in view, moving as little as possible. */
export function topToShow(index: number, rowHeight: number, top: number, view: number): number {
  const start = index * rowHeight
  if (start < top) return start
  return start + rowHeight > top + view ? start + rowHeight - view : top
}
