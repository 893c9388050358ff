import { count } from '../../format/number.ts'

export const grid = {
  selectAll: 'Select all rows',
  select: (name: string) => `Select ${name}`,
  tooMany: (most: number) => ({
    what: `At most ${count(most)} rows can be selected one by one.`,
    cure: 'Narrow the list with a filter and select all of it. The selection stays as it was.',
  }),
  notSelected: 'The selection stays as it was.',
  columns: {
    title: 'Columns',
    pin: (name: string) => `Keep ${name} at the left`,
    unpin: (name: string) => `Let ${name} scroll along`,
    left: (name: string) => `${name} one place earlier`,
    right: (name: string) => `${name} one place later`,
    narrower: (name: string) => `${name} narrower`,
    wider: (name: string) => `${name} wider`,
    reset: 'Columns as proposed',
    narrow: 'In a narrow window some give way; ticked anew, one stays.',
  },
  preview: 'Preview',
  keys: { move: 'move', select: 'select', open: 'open', preview: 'preview' },
}
