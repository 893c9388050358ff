import { expect, type Locator, type Page } from '@playwright/test'

/** How somebody acts at the desk: with a mouse, or with keys alone. */
export interface Hand {
  press(thing: Locator): Promise<void>
  write(field: Locator, value: string): Promise<void>
  turn(box: Locator, on: boolean): Promise<void>
  choose(group: Locator, option: RegExp): Promise<void>
  /** To a page of the sidebar. */
  goTo(place: string): Promise<void>
}

const patienceMs = 15_000

export const withMouse = (page: Page): Hand => ({
  press: thing => thing.click({ timeout: patienceMs }),
  write: (field, value) => field.fill(value),
  turn: (box, on) => box.setChecked(on),
  choose: (group, option) => group.getByText(option).click(),
  goTo: place =>
    page
      .getByRole('navigation', { name: 'Main' })
      .getByRole('link', { name: place, exact: false })
      .first()
      .click(),
})

export const withKeys = (page: Page): Hand => ({
  async press(thing) {
    await reach(page, thing)
    await page.keyboard.press('Enter')
  },
  async write(field, value) {
    await reach(page, field)
    await page.keyboard.press('Control+a')
    await page.keyboard.type(value)
  },
  async turn(box, on) {
    if ((await box.isChecked()) === on) return
    await reach(page, box)
    await page.keyboard.press('Space')
    await expect(box).toBeChecked({ checked: on })
  },
  async choose(group, option) {
    await reach(page, group.getByRole('radio', { checked: true }))
    const wanted = group.getByRole('radio', { name: option })
    for (let pressed = 0; pressed < most && !(await wanted.isChecked()); pressed += 1)
      await page.keyboard.press('ArrowRight')
    await expect(wanted).toBeChecked()
  },
  async goTo(place) {
    await page.keyboard.press('Control+k')
    await expect(page.getByPlaceholder('Search or run…')).toBeFocused()
    await page.keyboard.type(place)
    const chosen = page
      .getByRole('dialog')
      .locator('[data-selected]')
      .filter({ hasText: new RegExp(`^${place}`) })
    await expect(async () => {
      if ((await chosen.count()) === 0) await page.keyboard.press('ArrowDown')
      await expect(chosen).toBeVisible({ timeout: 100 })
    }).toPass({ timeout: patienceMs })
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  },
})

/** Keys that a way may take before somebody counts as lost. */
const most = 25

/** Goes there as people do: rows and menus by arrows, all else by Tab; what has the focus shows its ring in view. */
export async function reach(page: Page, thing: Locator) {
  const timeout = patienceMs
  // The same thing all the way: what fits the words may be another one by the time somebody is there.
  let chosen = await thing.elementHandle({ timeout })
  for (let pressed = 0; ; pressed += 1) {
    const way = await chosen?.evaluate(wayTo)
    if (way === 'there') break
    expect(pressed, `keys on the way to ${thing}`).toBeLessThan(most)
    if (way) await page.keyboard.press(way)
    else chosen = await thing.elementHandle({ timeout })
  }
  expect(await chosen?.evaluate(showsRing), `${thing} shows in view that it has the focus`).toBe(true)
}

/** The next key; none where it is gone meanwhile. */
function wayTo(thing: Element) {
  if (!thing.isConnected) return
  const now = document.activeElement
  if (now === thing) return 'there'
  if (!now || now === document.body) return 'Tab'
  if (now.textContent === 'Skip to the content' && document.querySelector('main')?.contains(thing))
    return 'Enter'
  const isAhead = (now.compareDocumentPosition(thing) & Node.DOCUMENT_POSITION_PRECEDING) === 0
  const inMenu = thing.closest('[role=menu]')
  if (inMenu?.contains(now)) return isAhead ? 'ArrowDown' : 'ArrowUp'
  const row = thing.closest('[role=row][tabindex]')
  if (row && !row.contains(now)) {
    const gap = Number(row.ariaRowIndex) - Number(now.closest('[role=row][tabindex]')?.ariaRowIndex ?? 0)
    if (now.role === 'row' && Math.abs(gap) > 15) return gap > 0 ? 'PageDown' : 'PageUp'
    return gap > 0 ? 'j' : 'k'
  }
  return isAhead ? 'Tab' : 'Shift+Tab'
}

/** A ring of its own, or of what is drawn in place of a hidden box. */
function showsRing(thing: Element) {
  if (!thing.matches(':focus-visible')) return false
  return [thing, ...(thing.parentElement?.children ?? [])].some(drawn => {
    const { outlineStyle, outlineWidth } = getComputedStyle(drawn)
    const { top, bottom } = drawn.getBoundingClientRect()
    const isInView = bottom > 0 && top < innerHeight
    return isInView && outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
  })
}
