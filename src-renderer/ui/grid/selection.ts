/** Rows that were chosen one by one, or all that match but these. A million are never listed. */
export type Selection =
  | { readonly is: 'some'; readonly keys: ReadonlySet<number> }
  | { readonly is: 'all'; readonly except: ReadonlySet<number> }

export const noRows: Selection = { is: 'some', keys: new Set() }
export const everyRow: Selection = { is: 'all', except: new Set() }

export const isChosen = (selection: Selection, key: number) =>
  selection.is === 'some' ? selection.keys.has(key) : !selection.except.has(key)

export const chosenCount = (selection: Selection, total: number) =>
  selection.is === 'some' ? selection.keys.size : Math.max(0, total - selection.except.size)

const toggled = (keys: ReadonlySet<number>, key: number) => {
  const next = new Set(keys)
  if (!next.delete(key)) next.add(key)
  return next
}

export const withToggled = (selection: Selection, key: number): Selection =>
  selection.is === 'some'
    ? { is: 'some', keys: toggled(selection.keys, key) }
    : { is: 'all', except: toggled(selection.except, key) }

const without = (keys: ReadonlySet<number>, others: ReadonlySet<number>) =>
  new Set([...keys].filter(key => !others.has(key)))

/** Chooses these as well. */
export const withRows = (selection: Selection, keys: Iterable<number>): Selection =>
  selection.is === 'some'
    ? { is: 'some', keys: new Set([...selection.keys, ...keys]) }
    : { is: 'all', except: without(selection.except, new Set(keys)) }
