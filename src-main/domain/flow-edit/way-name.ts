import type { Outlet } from './outlets.ts'

/** A way out of a step as a sentence begins with it. */
export const wayName = ({ id, label }: Outlet): string => {
  if (label === '' && id.startsWith('key ')) return `Key ${id.slice(4)}`
  if (label !== null) return `Branch “${label}”`
  switch (id) {
    case 'otherwise':
      return 'Branch “Else”'
    case 'silence':
      return 'Branch “Silence”'
    case 'misunderstood':
      return 'Branch “Another key”'
    default:
      return 'What comes next'
  }
}
