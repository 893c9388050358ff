import { expect, goTo, startDemo, test } from './workspace.ts'

test('a campaign that paused itself says why on its page, on Home and in the notifications', async ({
  app: page,
}) => {
  await startDemo(page)
  await page.getByRole('button', { name: 'Launch…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('switch', { name: 'Test first' }).check()
  await dialog.getByLabel('Contacts in the test').fill('1')
  await dialog.getByRole('button', { name: /^Launch test with 1/ }).click()
  await expect(page.getByRole('alert').getByText(/^Test finished at/)).toBeVisible({ timeout: 90_000 })
  await expect(page.getByRole('region', { name: 'Test beside forecast' })).toBeVisible()

  await test.step('Home names the campaign and leads to the cause', async () => {
    await goTo(page, 'Home')
    await expect(page.getByRole('alert').getByText(/finished its test at/)).toBeVisible()
    await expect(
      page.getByRole('alert').getByRole('link', { name: 'See the calls of the test' }),
    ).toBeVisible()
  })

  await test.step('the notification counts until it is read', async () => {
    await page.getByRole('link', { name: 'Notifications, 1 unread' }).click()
    await page.getByRole('button', { name: /^Unread/ }).click()
    await expect(page).toHaveURL(/unread=true/)
    await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(1)
    await page.getByRole('button', { name: 'Mark as read' }).click()
    await expect(page.getByRole('heading', { name: 'Everything is read' })).toBeVisible()
    await page.getByRole('button', { name: 'All', exact: true }).click()
  })

  await test.step('and carries the way on', async () => {
    await page.getByRole('main').getByRole('button', { name: 'Resume' }).click()
    await expect(page.getByRole('main').getByRole('button', { name: 'Resume' })).toHaveCount(0)
  })
})
