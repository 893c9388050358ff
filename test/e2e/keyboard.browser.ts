import { expect, test } from './workspace.ts'

test('everything from the first start to an open call works without a mouse', async ({ app: page }) => {
  // The weeks before the demo take a while; a key of the page works outside of fields.
  const history = page.getByRole('checkbox', { name: 'With six weeks of earlier calls' })
  await history.press('Space')
  await history.blur()
  await page.keyboard.press('1')
  await expect(page.getByRole('heading', { level: 1, name: /demo/i })).toBeVisible({ timeout: 30_000 })

  await test.step('the palette finds and does', async () => {
    await page.keyboard.press('Control+k')
    await page.getByPlaceholder('Search or run…').waitFor()
    await page.keyboard.type('numbers')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/numbers$/)
  })

  await test.step('G and a letter go places, J and Enter open', async () => {
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await page.keyboard.press('g')
    await page.keyboard.press('c')
    await expect(page).toHaveURL(/\/campaigns$/)
    await expect(page.getByRole('table').getByRole('row')).toHaveCount(2)
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/campaigns\/\d+$/)
  })

  await test.step('launch, by focus and Enter', async () => {
    await page.getByRole('button', { name: 'Launch…' }).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('switch', { name: 'Refused to be contacted' })).toBeFocused()
    await expect(page.getByRole('button', { name: /^Launch with/ })).toBeEnabled()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('button', { name: /^Running: moves/ })).toBeVisible()
  })

  await test.step('digits choose tabs, the slash goes to the filter, ? lists all keys', async () => {
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await page.keyboard.press('2')
    await expect(page).toHaveURL(/\/contacts$/)
    await page.keyboard.press('/')
    await expect(page.getByRole('textbox', { name: 'Name, number or #tag' })).toBeFocused()
    await page.keyboard.press('Escape')
    await page.keyboard.press('?')
    await expect(page.getByRole('dialog', { name: 'All keys' })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await page.keyboard.press('3')
    await expect(page.getByRole('table').getByRole('row').nth(1)).toBeVisible({ timeout: 30_000 })
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/calls\/\d+$/)
  })

  await test.step('back restores the list', async () => {
    await page.goBack()
    await expect(page).toHaveURL(/\/campaigns\/\d+\/calls$/)
  })
})

test('single letters can be switched off', async ({ app: page }) => {
  await page.keyboard.press('?')
  await page.getByRole('switch', { name: 'Single letters' }).uncheck()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('2')
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('design.md 6: a dialog starts in its first field, and typing there stays there', async ({
  app: page,
}) => {
  await page.keyboard.press('1')
  await expect(page.getByRole('heading', { level: 1, name: /demo/i })).toBeVisible({ timeout: 30_000 })
  await page.getByRole('navigation').getByRole('link', { name: 'Contacts' }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Contacts' })).toBeVisible()
  await page.keyboard.press('n')
  const name = page.getByRole('dialog').getByRole('textbox', { name: 'Name' })
  await expect(name).toBeFocused()
  await page.keyboard.type('Ada Oberlin')
  await expect(name).toHaveValue('Ada Oberlin')
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Add contact' })).toBeEnabled()
})
