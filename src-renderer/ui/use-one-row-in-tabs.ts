import { type RefObject, useEffect } from 'react'

/** Tab goes through the links and buttons of the active row, then on to what stands behind the table. */
export function useOneRowInTabs(table: RefObject<HTMLElement | null>, active: number) {
  useEffect(() => {
    const onTab = ({ key }: KeyboardEvent) => {
      if (key !== 'Tab') return
      const rows = [...(table.current?.querySelectorAll<HTMLElement>('[data-index]') ?? [])]
      const others = rows.filter(({ dataset }) => dataset.index !== String(active))
      if (others.length === rows.length) return
      for (const row of others) row.inert = true
      setTimeout(() => {
        for (const row of others) row.inert = false
      })
    }
    document.addEventListener('keydown', onTab, true)
    return () => document.removeEventListener('keydown', onTab, true)
  }, [table, active])
}
