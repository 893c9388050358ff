import { barriersOn } from './barriers.ts'
import { expect, goTo, startDemo, test } from './workspace.ts'

test('agents.md §2: a flow is drawn from an empty one, mended where it is wrong, tried as text and published twice', async ({
  app: page,
}) => {
  await startDemo(page)
  await goTo(page, 'Agents')
  await page.getByRole('button', { name: 'New agent' }).click()
  const dialog = page.getByRole('dialog', { name: 'New agent' })
  await dialog.getByLabel('Name', { exact: true }).fill('Otto')
  await dialog.getByRole('radio', { name: 'Empty flow' }).check()
  await dialog.getByRole('button', { name: 'Create agent' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Otto' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'No step yet' })).toBeVisible()

  const add = (kind: string) => page.getByRole('button', { name: `Add step: ${kind}`, exact: true }).click()
  const step = (name: RegExp) => page.getByRole('group', { name })
  const check = page.getByRole('region', { name: 'Check' })
  const publish = page.getByRole('button', { name: 'Publish 1' })

  await test.step('three steps, each behind the one before', async () => {
    await add('Say')
    await page.getByLabel('Says', { exact: true }).fill('Hello {{contact_name}}.')
    await add('Ask')
    await page.getByLabel('Says', { exact: true }).fill('Press 1 for yes, or 2 for no.')
    await add('End')
    await expect(step(/^End, End/)).toBeVisible()
  })

  await test.step('what is wrong stands at the step, in the strip and in the inspector, and F8 leads there', async () => {
    await expect(step(/^Ask, Ask, 2 errors/)).toBeVisible()
    await expect(publish).toBeDisabled()
    await page.keyboard.press('F8')
    await expect(page.getByRole('heading', { level: 2, name: 'Ask' })).toBeVisible()
    await expect(check.getByRole('button', { name: /Branch “No” leads nowhere/ })).toBeVisible()
  })

  await test.step('it is mended by keyboard; Ctrl Z and Ctrl Shift Z go back and forth', async () => {
    await page.getByRole('combobox', { name: 'No leads to' }).click()
    await page.getByRole('option', { name: 'End' }).click()
    await check.getByRole('button', { name: 'Connect to “End”' }).click()
    await expect(check.getByText(/1 warning/)).toBeVisible()
    await page.keyboard.press('Control+z')
    await expect(check.getByText(/1 error/)).toBeVisible()
    await page.keyboard.press('Control+Shift+z')
    await expect(publish).toBeEnabled()
  })

  await test.step('arrow keys lead along the lines', async () => {
    await step(/^Say, Say/).focus()
    await page.keyboard.press('ArrowDown')
    await expect(step(/^Ask, Ask/)).toBeFocused()
  })

  await test.step('it is tried as text', async () => {
    await page.getByRole('button', { name: 'Try it' }).click()
    const trial = page.getByRole('region', { name: 'Try it' })
    await expect(trial.getByText('Press 1 for yes, or 2 for no.')).toBeVisible()
    await trial.getByRole('button', { name: 'Key 1, Yes' }).click()
    await expect(trial.getByText('Answer answer: Yes')).toBeVisible()
    await expect(trial.getByText('The agent hangs up.')).toBeVisible()
    await trial.getByRole('button', { name: 'Close the trial' }).click()
  })

  await test.step('it is published, changed in the list of steps, and published again', async () => {
    await publish.click()
    const first = page.getByRole('dialog').getByRole('button', { name: 'Publish version 1' })
    await expect(first).toBeVisible()
    expect(await barriersOn(page, '[role=dialog]')).toEqual([])
    await first.click()
    await expect(page.getByText('Version 1, no changes since')).toBeVisible()
    await page.getByText('List', { exact: true }).click()
    await page.getByRole('listitem').getByRole('button', { name: 'End' }).click()
    await page.getByLabel('Says before it hangs up').fill('Thank you. Good bye.')
    await page.getByRole('button', { name: 'Publish 2' }).click()
    const asked = page.getByRole('dialog')
    await expect(asked.getByText('End', { exact: true })).toBeVisible()
    await asked.getByRole('button', { name: 'Publish version 2' }).click()
    await expect(page.getByText('Version 2, no changes since')).toBeVisible()
  })

  await test.step('the agent shows both versions, and can be chosen', async () => {
    await page.getByRole('link', { name: 'Agent settings' }).click()
    const versions = page.getByRole('region', { name: 'Versions' })
    await expect(versions.getByText('Version 2')).toBeVisible()
    await expect(versions.getByText('Version 1')).toBeVisible()
  })
})
