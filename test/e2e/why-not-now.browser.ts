import { expect, launch, startDemo, test } from './workspace.ts'

test('each contact can be asked why it is not called now, and what was decided about it', async ({
  app: page,
}) => {
  await startDemo(page)
  const ask = async () => {
    await page.getByRole('navigation', { name: 'Parts of the campaign' }).getByText('Contacts').click()
    await expect(page.getByRole('grid').getByRole('row').nth(1)).toBeVisible()
    await page.keyboard.press('j')
    await page.keyboard.press('w')
    return page.getByRole('dialog', { name: /^Why not .* now/ })
  }

  await test.step('a draft calls nobody, and says so', async () => {
    const drawer = await ask()
    await expect(drawer.getByText('Nobody is called while the campaign does not run.')).toBeVisible()
    await expect(drawer.getByText('No decision yet')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(drawer).toHaveCount(0)
  })

  await test.step('once it runs, the decision log tells when and by which rules it was called', async () => {
    await launch(page)
    const drawer = await ask()
    await expect(drawer.getByRole('listitem').filter({ hasText: 'before the call left' })).toBeVisible({
      timeout: 60_000,
    })
    await drawer
      .getByText(/legal rules? checked/)
      .first()
      .click()
    await expect(drawer.getByRole('group').getByRole('paragraph').first()).toBeVisible()
  })
})
