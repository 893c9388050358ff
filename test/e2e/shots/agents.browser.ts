import { expect, test } from './desk.ts'
import { shoot, shootAll } from './shoot.ts'

test('agents, one of them, and what it says', async ({ desk: page }) => {
  await shootAll(page, { agents: '/agents', agent: '/agents/1', flow: '/agents/1/flow' })
  await page.getByRole('button', { name: 'Try it' }).click()
  await shoot(page, 'flow-trial')
})

test('a flow with faults, and the one that is published', async ({ desk: page }) => {
  await page.goto(new URL('/agents', page.url()).href)
  await page.getByRole('button', { name: 'New agent' }).click()
  const dialog = page.getByRole('dialog', { name: 'New agent' })
  await dialog.getByLabel('Name', { exact: true }).fill('Otto')
  await shoot(page, 'agent-new')
  await dialog.getByRole('radio', { name: 'Empty flow' }).check()
  await dialog.getByRole('button', { name: 'Create agent' }).click()
  await expect(page.getByRole('heading', { name: 'No step yet' })).toBeVisible()
  await shoot(page, 'flow-empty')
  const add = (kind: string) => page.getByRole('button', { name: `Add step: ${kind}`, exact: true }).click()
  await add('Say')
  await page.getByLabel('Says', { exact: true }).fill('Hello {{contact_name}}.')
  await add('Ask')
  await page.getByLabel('Says', { exact: true }).fill('Press 1 for yes, or 2 for no.')
  await add('End')
  await page.keyboard.press('F8')
  await shoot(page, 'flow-faults')
  await page.getByRole('combobox', { name: 'No leads to' }).click()
  await page.getByRole('option', { name: 'End' }).click()
  await page.getByRole('button', { name: 'Connect to “End”' }).click()
  await page.getByRole('button', { name: 'Publish 1' }).click()
  await page.getByRole('dialog').waitFor()
  await shoot(page, 'publish')
})
