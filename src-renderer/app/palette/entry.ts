import type { ReactNode } from 'react'

/** A line of the palette: what Enter does with it. */
export interface Entry {
  readonly id: string
  readonly label: string
  /** What it is, or what it will do. */
  readonly fact?: string
  readonly icon: ReactNode
  readonly keys?: readonly string[]
  readonly onRun: () => void
}

export interface Group {
  readonly name: string
  readonly entries: readonly Entry[]
}

/** Entries that hold each word typed, in their label or fact, `most` in all; those whose label begins with it come first. */
export function matching(groups: readonly Group[], typed: string, most: number): Group[] {
  const words = typed.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  let left = most
  return groups.flatMap(({ name, entries }) => {
    const found = entries.filter(({ label, fact = '' }) => {
      const said = `${label} ${fact}`.toLocaleLowerCase()
      return words.every(word => said.includes(word))
    })
    const begins = ({ label }: Entry) => label.toLocaleLowerCase().startsWith(words[0] ?? '')
    const shown = [...found.filter(begins), ...found.filter(entry => !begins(entry))].slice(0, left)
    left -= shown.length
    return shown.length > 0 ? [{ name, entries: shown }] : []
  })
}
