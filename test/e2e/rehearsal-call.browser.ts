import { expect, startDemo, test } from './workspace.ts'

test.use({
  launchOptions: async ({ launchOptions }, use) =>
    use({
      ...launchOptions,
      args: [
        ...(launchOptions.args ?? []),
        '--use-fake-device-for-media-stream',
        '--use-fake-ui-for-media-stream',
      ],
    }),
})

/** A busy machine renders the first sentences for a while. */
const rendered = { timeout: 60_000 }

test('agents.md §1: an agent is called from its page, heard, answered by keys and by voice, and nothing counts', async ({
  app: page,
}) => {
  await startDemo(page, {})
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Agents' }).click()
  await page.getByRole('row').filter({ hasText: 'Clara' }).getByRole('link').first().click()
  await page.getByRole('button', { name: 'Call it here' }).click()
  const call = page.getByRole('region', { name: 'Rehearsal call' })
  const log = call.getByRole('log', { name: 'Conversation' })

  await test.step('the sample contact can be another one', async () => {
    await call.getByText('Sample contact').click()
    await call.getByRole('textbox', { name: 'Contact name' }).fill('Ada')
  })

  await test.step('it talks, and the microphone is heard', async () => {
    await call.getByRole('button', { name: 'Call', exact: true }).click()
    await expect(log.getByText(/^Agent: Hello/)).toBeVisible(rendered)
    await expect(call.getByRole('meter', { name: 'Level of the agent' })).not.toHaveAttribute(
      'aria-valuenow',
      '0',
    )
    await expect(call.getByText('microphone on')).toBeVisible()
    await expect(log.getByText(/^Speaks for/).first()).toBeVisible()
  })

  await test.step('a key on the keyboard leads to the goal', async () => {
    await expect(log.getByText(/message for Ada/)).toBeVisible(rendered)
    await expect(call.getByRole('button', { name: 'Key 1, Confirmed' })).toBeVisible()
    await call.getByRole('switch', { name: 'Speak with the microphone' }).click()
    await expect(call.getByText('microphone off')).toBeVisible()
    await page.keyboard.press('1')
    await expect(log.getByText('Presses 1')).toBeVisible()
    await expect(log.getByText('Goal appointment_confirmed: achieved')).toBeVisible()
  })

  await test.step('the agent hangs up, or who calls again does', async () => {
    await expect(call.getByText('The agent hung up')).toBeVisible(rendered)
    await call.getByRole('button', { name: 'Call again' }).click()
    await expect(log.getByText(/^Agent: Hello/)).toBeVisible(rendered)
    await call.getByRole('button', { name: 'Hang up' }).click()
    await expect(call.getByText('You hung up')).toBeVisible()
    await page
      .getByRole('navigation', { name: 'Main' })
      .getByRole('link', { name: 'Calls', exact: true })
      .click()
  })

  await test.step('none of it is a call', async () => {
    await expect(page.getByRole('heading', { name: 'No call yet' })).toBeVisible()
  })
})
