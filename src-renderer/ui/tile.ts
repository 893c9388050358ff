/** One figure with its name. */
export interface Tile {
  readonly label: string
  readonly figure: string
  readonly unit?: string
  /** One line of meaning: of what, compared with what, limit. */
  readonly foot: string
  /** The definition of the figure. */
  readonly meaning: string
}
