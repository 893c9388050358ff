import { fillBasics, openWizard } from './wizard.ts'
import { expect, test } from './workspace.ts'

test('campaigns.md §2, an ordered failover group: trunks are added, preferred and taken out by buttons', async ({
  app: page,
}) => {
  await openWizard(page)
  await fillBasics(page, 'Over two trunks')
  await page.getByRole('button', { name: 'Add trunk' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill('Carrier Sud')
  await dialog.getByLabel('Host').fill('127.0.0.1')
  await dialog.getByLabel('Port').fill('5999')
  await dialog.getByRole('button', { name: 'Add trunk' }).click()
  await expect(dialog).toBeHidden()

  const group = page.getByRole('list', { name: 'Trunks, preferred first' }).getByRole('listitem')
  await expect(group).toHaveText([/Practice carrier/, /Carrier Sud/])
  await expect(page.getByRole('button', { name: 'Prefer Practice carrier more' })).toBeDisabled()
  await page.getByRole('button', { name: 'Prefer Carrier Sud more' }).click()
  await expect(group).toHaveText([/Carrier Sud/, /Practice carrier/])
  await page.getByRole('button', { name: 'Remove Carrier Sud' }).click()
  await expect(group).toHaveText([/Practice carrier/])
})
