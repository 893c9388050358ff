import { useCallback, useEffect, useMemo, useState } from 'react'
import type { ContactQuery } from '../../../src-main/contract/contact-query.ts'
import { everyRow, noRows, type Selection } from '../grid/selection.ts'
import type { GridSelection } from '../grid/use-grid-selection.ts'
import { type Chosen, chosenOf } from './bulk/chosen.ts'
import type { ContactRows } from './use-contact-rows.ts'

export interface ChosenContacts {
  readonly selection: GridSelection
  /** `undefined` while nobody is. */
  readonly chosen: Chosen | undefined
  /** All that match; `undefined` where all are chosen already. */
  readonly all: number | undefined
  readonly chooseAll: () => void
  readonly clear: () => void
}

/** Which contacts of a query were selected, one by one or all that match. Another query begins with none. */
export function useChosen(query: ContactQuery, { total, keysBetween }: ContactRows): ChosenContacts {
  const [selected, setSelected] = useState<Selection>(noRows)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was selected belongs to the rows that were shown
  useEffect(() => setSelected(noRows), [query])
  const selection = useMemo(
    () => ({ value: selected, onChange: setSelected, keysBetween }),
    [selected, keysBetween],
  )
  const chosen = chosenOf(selected, query, total)
  return {
    selection,
    chosen,
    all: chosen && chosen.contacts < total ? total : undefined,
    chooseAll: useCallback(() => setSelected(everyRow), []),
    clear: useCallback(() => setSelected(noRows), []),
  }
}
