import { expect, test } from './console-under-test.ts'

test('the link opens the interface, which then survives a reload', async ({ trunkline, page }) => {
  const refused: string[] = []
  page.on('console', message => {
    if (/Content Security Policy/i.test(message.text())) refused.push(message.text())
  })
  await page.goto(trunkline.link)
  const shell = page.getByRole('navigation').first()
  await expect(shell).toBeVisible()
  await expect(page).toHaveURL(new URL('/', trunkline.link).href)
  await page.reload()
  await expect(shell).toBeVisible()
  expect(refused).toEqual([])
})

test('a link that was opened in one browser does not open another', async ({ trunkline, page, browser }) => {
  await page.goto(trunkline.link)
  await expect(page.getByRole('navigation').first()).toBeVisible()
  const other = await browser.newContext()
  const stranger = await other.newPage()
  await stranger.goto(trunkline.link)
  await expect(stranger.getByRole('heading')).toHaveText('This link no longer works')
  await stranger.goto(await trunkline.run('console-link'))
  await expect(stranger.getByRole('navigation').first()).toBeVisible()
  await other.close()
})

test('after a restart the browser is told how to get in again', async ({ trunkline, page }) => {
  await page.goto(trunkline.link)
  await expect(page.getByRole('navigation').first()).toBeVisible()
  const link = await trunkline.restart()
  await page.goto(new URL('/', link).href)
  await expect(page.getByRole('heading')).toHaveText('This browser is not signed in')
  await page.goto(link)
  await expect(page.getByRole('navigation').first()).toBeVisible()
})
