/** Millionths of a currency's unit, whole numbers: a price per minute is finer than a cent. */
export type Micros = number

export const MICROS = 1_000_000

export interface Money {
  readonly micros: Micros
  /** ISO 4217. */
  readonly currency: string
}
