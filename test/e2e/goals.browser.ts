import { expect, figure, launch, startDemo, test } from './workspace.ts'

test('agents.md §4: goals and questions are chosen, found in calls, and corrected with what they rest on', async ({
  app: page,
}) => {
  await startDemo(page)
  await page.getByRole('link', { name: 'Settings' }).last().click()
  const part = page.getByRole('group', { name: 'Goals' })

  await test.step('a goal with a rule is added, and made the primary one', async () => {
    await part.getByRole('button', { name: 'Add goal' }).click()
    const dialog = page.getByRole('dialog', { name: 'Add goal' })
    await dialog.getByRole('button', { name: 'Add goal' }).click()
    await expect(dialog.getByText('Give it a name.')).toBeVisible()
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Somebody listened')
    await dialog.getByRole('button', { name: 'Add rule' }).click()
    await dialog.getByRole('combobox', { name: 'When' }).click()
    await page.getByRole('option', { name: 'the agent said' }).click()
    await dialog.getByRole('textbox', { name: 'words' }).fill('this is')
    await dialog.getByRole('button', { name: 'Add goal' }).click()
    await expect(dialog).toHaveCount(0)
    await part.getByRole('button', { name: 'Make primary Somebody listened' }).click()
    const row = part.getByRole('listitem').filter({ hasText: 'Somebody listened' })
    await expect(row.getByText('Primary', { exact: true })).toBeVisible()
    await expect(row.getByText('1 rule')).toBeVisible()
  })

  await test.step('a question is added, archived and restored', async () => {
    await part.getByRole('button', { name: 'Add question' }).click()
    const dialog = page.getByRole('dialog', { name: 'Add question' })
    await dialog.getByRole('textbox', { name: 'Question' }).fill('Any reason?')
    await dialog.getByRole('combobox', { name: 'Answer' }).click()
    await page.getByRole('option', { name: 'Free text' }).click()
    await dialog.getByRole('button', { name: 'Add question' }).click()
    await expect(dialog).toHaveCount(0)
    await part.getByRole('button', { name: 'Archive Any reason?' }).click()
    const row = part.getByRole('listitem').filter({ hasText: 'Any reason?' })
    await expect(row.getByText('Archived')).toBeVisible()
    await part.getByRole('button', { name: 'Restore Any reason?' }).click()
    await expect(row.getByText('Archived')).toHaveCount(0)
  })

  await test.step('a call says what it reached, and a supervisor sets it right', async () => {
    await page.getByRole('link', { name: 'Dashboard' }).click()
    await launch(page)
    await expect.poll(() => figure(page, 'Conversations'), { timeout: 60_000 }).toBeGreaterThan(0)
    await page.getByRole('navigation', { name: 'Parts of the campaign' }).getByText('Calls').click()
    await page.getByRole('row').filter({ hasText: 'Answered' }).getByRole('link').first().click()
    const goals = page.getByRole('region', { name: 'Goals' })
    const row = goals.getByRole('listitem').filter({ hasText: 'Somebody listened' })
    await expect(row.getByText(/Achieved · Rule on “this is”/)).toBeVisible({ timeout: 60_000 })
    await goals.getByRole('button', { name: 'Correct Somebody listened' }).click()
    const dialog = page.getByRole('dialog', { name: 'Correct “Somebody listened”' })
    await dialog.getByText('Not achieved').click()
    await dialog.getByRole('textbox', { name: 'Why' }).fill('Only a machine')
    await dialog.getByRole('button', { name: 'Save correction' }).click()
    await expect(
      row.getByText('Not achieved · Corrected by supervisor, was “Achieved”: Only a machine'),
    ).toBeVisible()
    await goals.getByRole('button', { name: 'Correct Somebody listened' }).click()
    await dialog.getByRole('button', { name: 'Take the correction back' }).click()
    await expect(row.getByText(/Achieved · Rule on/)).toBeVisible()
  })
})
