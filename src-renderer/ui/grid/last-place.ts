/** Where somebody stood in a list: its first row in view, in px, and the active row. */
export interface LastPlace {
  readonly top: number
  readonly active: number
}

const mostKept = 20
const places = new Map<string, LastPlace>()

/** The same list, opened again by going back, is shown where it was left. */
export const lastPlace = (list: string) => places.get(list)

export function keepPlace(list: string, place: LastPlace) {
  places.delete(list)
  const oldest = places.keys().next().value
  if (places.size >= mostKept && oldest !== undefined) places.delete(oldest)
  places.set(list, place)
}
