import type { Page } from '@playwright/test'
import { barriersOn } from './barriers.ts'
import { addPeople, fillBasics, goOn, openWizard } from './wizard.ts'
import { expect, startDemo, test } from './workspace.ts'

/** Their endings force what they do: the one takes part, the other asks not to be called again. */
const two = 'Telefon;Kunde\n+49 30 23125 110;Anna Beispiel\n+49 30 23125 107;Ben Muster\n'

const openDialog = async (page: Page) => {
  await page.getByRole('button', { name: 'Launch…' }).click()
  return page.getByRole('dialog')
}

test('campaigns.md §6 “Rehearse”: a small campaign is rehearsed from the launch dialog, beside its forecast', async ({
  app: page,
}) => {
  test.setTimeout(240_000)
  await openWizard(page)
  await fillBasics(page, 'Small one')
  await goOn(page, 'Contacts')
  await addPeople(page, two)
  for (const step of ['Schedule', 'Calling']) await goOn(page, step)
  await page.getByRole('textbox', { name: 'Calls at once, at most' }).fill('2')
  await goOn(page, 'Numbers')
  await page.getByRole('checkbox').first().check()
  await goOn(page, 'Goals')
  await goOn(page, 'Review')

  const dialog = await openDialog(page)
  const rehearse = dialog.getByRole('button', { name: 'Rehearse, no real calls' })
  const part = dialog.getByRole('region', { name: 'Rehearsal' })
  await rehearse.click()
  await expect(part.getByText(/of 2 contacts settled/)).toBeVisible({ timeout: 60_000 })
  await expect(rehearse).toBeDisabled()

  await test.step('it goes on when the dialog is closed, and is found again', async () => {
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    await openDialog(page)
    await expect(part.getByRole('button', { name: 'Cancel the rehearsal' })).toBeVisible()
  })

  await test.step('each figure stands beside its forecast, and the ledger agrees', async () => {
    const calls = part.getByRole('row', { name: /^Calls/ })
    await expect(calls.getByRole('cell').first()).toHaveText('2', { timeout: 120_000 })
    await expect(
      part
        .getByRole('row', { name: /^Opt-outs/ })
        .getByRole('cell')
        .first(),
    ).toHaveText('1')
    await expect(
      part
        .getByRole('row', { name: /^Answered/ })
        .getByRole('cell')
        .first(),
    ).toHaveText('2')
    for (const name of ['People reached', 'Cost', 'Finishes', 'Longest idle'])
      await expect(part.getByRole('row', { name: new RegExp(`^${name}`) })).toBeVisible()
    await expect(part.getByText('2 calls, 0 called twice, 0 outside hours')).toBeVisible()
    expect(await barriersOn(page, '[role=dialog]')).toEqual([])
  })

  await test.step('other choices are told from those that were rehearsed; nothing was really called', async () => {
    await dialog.getByRole('switch', { name: 'Were sent a text' }).check()
    await expect(part.getByText('The choices above were changed since.')).toBeVisible()
    await expect(rehearse).toBeEnabled()
    await page.keyboard.press('Escape')
    await expect(page.getByText('6 of 6 needed')).toBeVisible()
  })
})

test('a rehearsal is cancelled from the dialog', async ({ app: page }) => {
  test.setTimeout(180_000)
  await startDemo(page)
  const dialog = await openDialog(page)
  const part = dialog.getByRole('region', { name: 'Rehearsal' })
  await dialog.getByRole('button', { name: 'Rehearse, no real calls' }).click()
  await expect(part.getByText(/of 500 contacts settled/)).toBeVisible({ timeout: 60_000 })
  await part.getByRole('button', { name: 'Cancel the rehearsal' }).click()
  await expect(part.getByText(/^Cancelled \d\d:\d\d/)).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Rehearse, no real calls' })).toBeEnabled()
})
