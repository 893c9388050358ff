/** Pages of a list that the rows [first, last] lie on, both inclusive, with those that come next on either side. */
export function pagesOf(first: number, last: number, total: number, pageSize: number): number[] {
  if (total === 0) return [0]
  const half = Math.ceil((last - first + 1) / 2)
  const from = Math.floor(Math.max(0, first - half) / pageSize)
  const to = Math.floor(Math.min(total - 1, last + half) / pageSize)
  return Array.from({ length: Math.max(1, to - from + 1) }, (_, step) => from + step)
}
