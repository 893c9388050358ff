import { choose, goOn } from './wizard.ts'
import { expect, goTo, startDemo, test } from './workspace.ts'

test('agents.md §1 “numbers”: an agent brings its own numbers into a new campaign, until others are chosen by hand', async ({
  app: page,
}) => {
  await startDemo(page)
  await goTo(page, 'Agents')
  await page.getByRole('link', { name: /Clara/ }).click()
  const own = page.getByRole('region', { name: 'Numbers' })
  await own.getByRole('checkbox', { name: '+496990009000 belongs to this agent' }).check()
  await expect(own.getByText('1 of 4')).toBeVisible()
  await own.getByRole('checkbox', { name: '+493023125000 belongs to this agent' }).check()
  await expect(own.getByText('2 of 4')).toBeVisible()

  await goTo(page, 'Campaigns')
  await page.getByRole('link', { name: 'New campaign' }).click()
  await page.getByLabel('Name', { exact: true }).fill('By agent')
  await choose(page, 'Agent', /Clara/)
  for (const step of ['Contacts', 'Schedule', 'Calling', 'Numbers']) await goOn(page, step)
  const shown = page.getByRole('region', { name: 'Numbers shown' })
  await expect(shown.getByText(/^2 of 4\. From agent .*Clara/)).toBeVisible()
  await expect(shown.getByRole('checkbox', { name: 'Show +496990009000' })).toBeChecked()
  await expect(shown.getByRole('checkbox', { name: 'Show +498999998000' })).not.toBeChecked()

  await test.step('a choice by hand is said', async () => {
    await shown.getByRole('checkbox', { name: 'Show +498999998000' }).check()
    await expect(shown.getByText('3 of 4', { exact: true })).toBeVisible()
  })
})
