import { readFile } from 'node:fs/promises'
import { expect, figure, launch, startDemo, test } from './workspace.ts'

test('monitoring.md §2, Analytics: figures of the calls, narrowed in the address, as table, CSV, PNG and report', async ({
  app: page,
}) => {
  await startDemo(page)
  await page.getByRole('navigation', { name: 'Parts of the campaign' }).getByText('Analytics').click()
  await expect(page.getByRole('heading', { name: 'No call has ended yet' })).toBeVisible()
  await page.getByRole('link', { name: 'Dashboard' }).click()
  await launch(page)
  await expect.poll(() => figure(page, 'Conversations'), { timeout: 60_000 }).toBeGreaterThan(0)
  await page.getByRole('navigation', { name: 'Parts of the campaign' }).getByText('Analytics').click()
  const funnel = page.getByRole('region', { name: 'From contact to goal' })

  await test.step('each chart has a name, a line that says what it shows, and its table', async () => {
    await expect(funnel.getByRole('img', { name: /^Of \d+ contacts \d+ were contacted/ })).toBeVisible()
    await funnel.getByRole('button', { name: 'More of From contact to goal' }).click()
    await page.getByRole('menuitem', { name: 'Show as table' }).click()
    const table = funnel.getByRole('table', { name: 'From contact to goal' })
    await expect(table.getByRole('row', { name: /^Contacted \d+/ })).toBeVisible()
    await expect(
      page.getByRole('region', { name: 'Best times' }).getByText(/^Too early to say/),
    ).toBeVisible()
  })

  await test.step('data as CSV and picture as PNG', async () => {
    const csv = page.waitForEvent('download')
    await funnel.getByRole('button', { name: 'More of From contact to goal' }).click()
    await page.getByRole('menuitem', { name: 'Data as CSV' }).click()
    expect(await readFile(await (await csv).path(), 'utf8')).toMatch(
      /Step,Contacts,Of the step before\r\nIn the campaign,\d+,/,
    )
    const png = page.waitForEvent('download')
    await page.getByRole('button', { name: 'More of Over time' }).click()
    await page.getByRole('menuitem', { name: 'Picture as PNG' }).click()
    expect((await readFile(await (await png).path())).subarray(1, 4).toString()).toBe('PNG')
  })

  await test.step('filters stand in the address, and an empty choice says so', async () => {
    await page.getByRole('combobox', { name: 'Results by' }).click()
    await page.getByRole('option', { name: 'Attempt' }).click()
    await expect(
      page.getByRole('table', { name: 'Per attempt' }).getByRole('row', { name: /^Attempt 1/ }),
    ).toBeVisible()
    expect(new URL(page.url()).searchParams.get('by')).toBe('attempt')
    await page.goto(`${page.url()}&to=2020-01-01`)
    await expect(page.getByRole('heading', { name: 'No call fits these filters' })).toBeVisible()
    await page.getByRole('button', { name: 'Clear the filters' }).last().click()
    await expect(funnel).toBeVisible()
    const mangled = new URL(page.url())
    mangled.search = new URLSearchParams({ with: '{"of":1}', by: 'attempt' }).toString()
    await page.goto(mangled.href)
    await expect(funnel, 'what makes no sense in an address is left out').toBeVisible()
    expect(new URL(page.url()).search).toBe('?by=attempt')
  })

  await test.step('the report prints nothing but itself', async () => {
    await page.getByRole('link', { name: 'Report' }).click()
    await expect(page.getByRole('button', { name: 'Print or save as PDF' })).toBeEnabled()
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByRole('heading', { name: 'Per number' })).toBeVisible()
    await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden()
    await expect(page.getByRole('button', { name: 'Print or save as PDF' })).toBeHidden()
  })
})
