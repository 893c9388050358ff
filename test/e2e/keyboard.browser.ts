import type { Page } from '@playwright/test'
import { expect, test } from './desk.ts'
import { reach, withKeys } from './hand.ts'

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name })
const dialog = (page: Page) => page.getByRole('dialog')

async function openDemo(page: Page) {
  await withKeys(page).turn(page.getByRole('checkbox', { name: 'With six weeks of earlier calls' }), false)
  await page.keyboard.press('1')
  await expect(heading(page, /demo/i)).toBeVisible({ timeout: 30_000 })
}

/** F8 and Ctrl Z of a flow are in `flow.browser.ts`. */
test('design.md §9: every key of the table does what it says', async ({ desk: { page } }) => {
  test.setTimeout(180_000)
  const hand = withKeys(page)
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  await openDemo(page)
  const campaign = await heading(page, /demo/i).innerText()

  await test.step('G, then H C L N A: home, campaigns, live, numbers, analytics; Esc: back', async () => {
    for (const [letter, name] of [
      ['h', 'Home'],
      ['c', 'Campaigns'],
      ['l', 'Live calls'],
      ['n', 'Numbers'],
      ['a', 'Analytics'],
    ] as const) {
      await press('g', letter)
      await expect(heading(page, name)).toBeVisible()
    }
    await press('Escape')
    await expect(heading(page, 'Numbers')).toBeVisible()
  })

  await test.step('N: new, and Esc closes what it opened', async () => {
    await press('n')
    await expect(dialog(page)).toBeVisible()
    await press('Escape')
    await expect(dialog(page)).toHaveCount(0)
    await expect(heading(page, 'Numbers')).toBeVisible()
  })

  await test.step('Ctrl K: commands and search', async () => {
    await hand.goTo('Campaigns')
    await expect(heading(page, 'Campaigns')).toBeVisible()
  })

  await test.step('?: all keys', async () => {
    await press('?')
    await expect(page.getByRole('dialog', { name: 'All keys' })).toContainText('Commands and search')
    await press('Escape')
    await expect(dialog(page)).toHaveCount(0)
  })

  await test.step('F11: wallboard, and Esc leads home', async () => {
    await press('F11')
    await expect(heading(page, 'Wallboard')).toBeVisible()
    await press('Escape')
    await expect(heading(page, 'Home')).toBeVisible()
  })

  await test.step('J, Enter: to a row of a list, and into it', async () => {
    await press('g', 'c')
    await expect(page.getByRole('table').getByRole('row').filter({ hasText: campaign })).toBeVisible()
    await press('j', 'Enter')
    await expect(heading(page, campaign)).toBeVisible()
  })

  const parts = page.getByRole('navigation', { name: 'Parts of the campaign' })
  const chosen = (name: string) =>
    expect(parts.getByRole('link', { name })).toHaveAttribute('aria-current', 'page')

  await test.step('1–6: tabs of this thing', async () => {
    for (const [index, name] of [
      'Dashboard',
      'Contacts',
      'Calls',
      'Analytics',
      'Numbers',
      'Settings',
    ].entries()) {
      await press(String(index + 1))
      await chosen(name)
    }
    await press('2')
    await chosen('Contacts')
  })

  const row = (index: number) => page.getByRole('grid').locator(`[data-index="${index}"]`)
  const selected = page.getByRole('region', { name: 'What to do with the selected contacts' })

  await test.step('/: filter of this list', async () => {
    await expect(row(2)).toBeVisible()
    await press('/')
    await expect(page.getByRole('textbox', { name: 'Name, number or #tag' })).toBeFocused()
    await page.keyboard.type('+49')
    await expect(page).toHaveURL(/search=/)
    await press('Escape')
    await expect(page).not.toHaveURL(/search=/)
  })

  await test.step('J K, arrows, X, Shift X: move, select, select a range; Esc: clear', async () => {
    await expect(row(2)).toBeVisible()
    await press('j', 'k', 'x', 'ArrowDown', 'ArrowDown', 'Shift+X')
    await expect(selected).toContainText('3 selected')
    await press('Escape')
    await expect(selected).toHaveCount(0)
    await chosen('Contacts')
  })

  await test.step('W: why not now', async () => {
    await press('w')
    await expect(page.getByRole('dialog', { name: /^Why not .* now/ })).toBeVisible()
    await press('Escape')
    await expect(dialog(page)).toHaveCount(0)
  })

  await test.step('R S P: retry, skip, priority; Ctrl Z: undo', async () => {
    await press('p')
    await expect(row(2)).toContainText('High')
    await press('Control+z')
    await expect(row(2)).not.toContainText('High')
    await press('s')
    await expect(row(2)).toContainText('Skipped')
    await press('r')
    await expect(row(2)).toContainText('Pending')
  })

  await test.step('Space: preview; Enter: open; Esc: close, then back', async () => {
    await press('Space')
    const preview = page.getByRole('complementary', { name: 'Preview' })
    await expect(preview).toBeVisible()
    await press('Escape')
    await expect(preview).toHaveCount(0)
    await press('Enter')
    await expect(page).toHaveURL(/\/contacts\/\d+$/)
    await press('Escape')
    await chosen('Contacts')
  })

  await test.step('M, H: listen to, hang up the chosen call', async () => {
    await press('1')
    await hand.press(page.getByRole('button', { name: 'Launch…' }))
    await hand.press(page.getByRole('button', { name: /^Launch with/ }))
    await expect(page.getByRole('button', { name: /^Running: moves/ })).toBeVisible({ timeout: 60_000 })
    await press('g', 'l')
    const strip = page.getByRole('region', { name: 'Listening' }).getByRole('status')
    const soon = { timeout: 5_000 }
    // A call may end at any moment of this: then another one is chosen.
    const onACall = (act: () => Promise<void>) =>
      expect(async () => {
        await reach(page, page.getByRole('row').filter({ hasText: 'In call' }).last())
        await act()
      }).toPass({ timeout: 80_000 })
    await onACall(async () => {
      const chosen = page.locator('[role=row]:focus')
      const call = await chosen.getByRole('link').first().getAttribute('href', soon)
      const place = await chosen.getAttribute('aria-rowindex', soon)
      // Calls above it end.
      await expect(chosen).not.toHaveAttribute('aria-rowindex', String(place))
      await press('Enter')
      expect(
        new URL(page.url()).pathname,
        'Enter opens the call in focus, not the one that took its place',
      ).toBe(call)
    })
    await press('g', 'l')
    await onACall(async () => {
      await press('m')
      await expect(strip).toHaveText(/^Listening to /, soon)
      await hand.press(page.getByRole('button', { name: 'Stop listening', exact: true }))
      await expect(strip).toHaveCount(0)
    })
    await onACall(async () => {
      await press('h', 'h')
      await expect(page.getByText(/was ended$/).first()).toBeVisible(soon)
    })
  })

  await test.step('Ctrl Shift P: pause everything, asks', async () => {
    await press('Control+Shift+P')
    await hand.press(
      page
        .getByRole('dialog', { name: 'Pause everything' })
        .getByRole('button', { name: 'Pause everything' }),
    )
    await expect(page.getByText('1 campaign was paused')).toBeVisible()
  })

  await test.step('Space, ← →: the player plays, and goes 5 s', async () => {
    await hand.goTo('Calls')
    const answered = page.getByRole('row').filter({ hasText: 'Answered' }).getByRole('link').first()
    await expect(answered).toBeVisible({ timeout: 60_000 })
    await hand.press(answered)
    await expect(page.getByRole('button', { name: 'Play the recording' })).toBeEnabled({ timeout: 60_000 })
    const position = page.getByRole('slider', { name: 'Position in the recording' })
    // A short call ends before.
    const after = Math.min(5, Number(await position.getAttribute('aria-valuemax')))
    await press('ArrowRight')
    await expect(position).toHaveAttribute('aria-valuenow', String(after))
    await press('ArrowLeft')
    await expect(position).toHaveAttribute('aria-valuenow', '0')
    await press('Space')
    await expect(page.getByRole('button', { name: /^Pause( the recording)?$/ })).toBeVisible()
  })
})

test('single letters can be switched off', async ({ desk: { page } }) => {
  await page.keyboard.press('?')
  await page.getByRole('switch', { name: 'Single letters' }).uncheck()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('2')
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('design.md 6: a dialog starts in its first field, and typing there stays there', async ({
  desk: { page },
}) => {
  await openDemo(page)
  await page.getByRole('navigation').getByRole('link', { name: 'Contacts' }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Contacts' })).toBeVisible()
  await page.keyboard.press('n')
  const name = page.getByRole('dialog').getByRole('textbox', { name: 'Name' })
  await expect(name).toBeFocused()
  await page.keyboard.type('Ada Oberlin')
  await expect(name).toHaveValue('Ada Oberlin')
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Add contact' })).toBeEnabled()
})
