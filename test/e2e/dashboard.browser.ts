import { expect, goTo, launch, startDemo, test } from './workspace.ts'

test('the dashboard shows when people answer and what needs a look; the wallboard shows it all', async ({
  app: page,
}) => {
  await startDemo(page)
  await launch(page)

  await test.step('calls appear in the heatmap, by keyboard too', async () => {
    const heatmap = page.getByRole('grid', { name: 'Human answers by day and hour' })
    await expect(heatmap).toBeVisible({ timeout: 90_000 })
    const cell = heatmap.getByRole('link', { name: /^\w+day \d+, ~?\d+ %, [\d,]+ calls?, / }).first()
    await cell.focus()
    await page.getByRole('radiogroup', { name: 'Figure' }).getByText('Count').click()
    await expect(page).toHaveURL(/show=count/)
    await page.getByRole('radiogroup', { name: 'Clock' }).getByText('Campaign zone').click()
    await expect(page).toHaveURL(/clock=campaign/)
    await heatmap.getByRole('link').first().focus()
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/campaigns\/1\/calls/)
    await page.goBack()
    await expect(page).toHaveURL(/clock=campaign/)
  })

  await test.step('the advisor judges, the goal has its results, the time left its band', async () => {
    await expect(page.getByRole('region', { name: 'Health advisor' })).toContainText(
      /Nothing needs a look|scores \d of 9 for spam/,
    )
    await expect(page.getByRole('region', { name: 'Goal', exact: true })).toContainText('Achieved')
    const figures = page.getByRole('region', { name: 'Figures' })
    await expect(figures.locator('dt', { hasText: 'Time left' }).locator('..')).toContainText(' to ', {
      timeout: 60_000,
    })
  })

  await test.step('home leads to the wallboard, Esc back', async () => {
    await goTo(page, 'Home')
    const running = page.getByRole('region', { name: 'Running campaigns' })
    await expect(
      running.getByRole('img', { name: /^Calls of .* in each of the last 12 hours$/ }),
    ).toBeVisible()
    await page.getByRole('link', { name: 'Wallboard' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Wallboard' })).toBeVisible()
    await expect(page.getByRole('region', { name: 'Figures of today' })).toContainText('Active now')
    await expect(page.getByRole('region', { name: 'Campaigns at work' }).getByRole('listitem')).toHaveCount(1)
    await page.getByRole('button', { name: 'Esc leaves' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Home' })).toBeVisible()
  })
})
