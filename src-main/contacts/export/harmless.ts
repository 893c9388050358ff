import type { Cell } from './sheet.ts'

/** A telephone number or a plain amount: a spreadsheet takes it for a number, which does no harm. */
const plainNumber = /^[+-]?\d+([.,]\d+)?$/

/**
 * A text that a spreadsheet would run as a formula gets an apostrophe, which it takes as the mark of a text
 * (OWASP, CSV injection: = + - @, tab and carriage return at the beginning).
 */
export const harmless = (cell: Cell): Cell =>
  typeof cell === 'string' && /^[=+\-@\t\r]/.test(cell) && !plainNumber.test(cell) ? `'${cell}` : cell
