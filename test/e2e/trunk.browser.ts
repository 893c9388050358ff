import type { Page } from '@playwright/test'
import { startStrictRegistrar } from './registrar.ts'
import { expect, test } from './workspace.ts'

async function fill(page: Page, port: number) {
  await page.getByRole('button', { name: 'Set up a trunk' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('Name').fill('Main line')
  await form.getByLabel('Host').fill('127.0.0.1')
  await form.getByLabel('Port').fill(String(port))
  return form
}

test('a wrong password is told as such, after the layers that work', async ({ app: page }) => {
  const registrar = await startStrictRegistrar()
  try {
    const form = await fill(page, registrar.port)
    await form.getByRole('switch', { name: 'Sign in and stay registered' }).check()
    await form.getByLabel('User').fill('desk')
    await form.getByLabel('Password', { exact: true }).fill('not this one')
    await form.getByRole('button', { name: 'Test', exact: true }).click()
    const steps = form.getByRole('list', { name: 'Steps of the test' })
    await expect(steps.getByRole('listitem').last()).toContainText('stopped here', { timeout: 60_000 })
    await expect(steps.getByRole('listitem').last()).toContainText('Sign-in')
  } finally {
    registrar.close()
  }
})

test('a trunk that nobody answers at is told as such, and can be saved for later', async ({ app: page }) => {
  const closed = await startStrictRegistrar()
  closed.close()
  const form = await fill(page, closed.port)
  await form.getByRole('button', { name: 'Test', exact: true }).click()
  const steps = form.getByRole('list', { name: 'Steps of the test' })
  await expect(steps.getByText('stopped here')).toBeVisible({ timeout: 60_000 })
  await form.getByRole('button', { name: 'Add trunk' }).click()
  await expect(page.getByRole('table').getByText('Main line')).toBeVisible()
})

test('a trunk without a host is not sent off', async ({ app: page }) => {
  const form = await fill(page, 5060)
  await form.getByLabel('Host').fill('sip: nowhere')
  await form.getByLabel('Host').blur()
  await expect(form.getByText(/without sip: and without spaces/)).toBeVisible()
})

test('a trunk that is well is called over, and what its answer means is told; no number of an emergency service is', async ({
  app: page,
}) => {
  const busy = await startStrictRegistrar()
  try {
    const form = await fill(page, busy.port)
    await form.getByLabel('User').fill('desk')
    await form.getByRole('button', { name: 'Test', exact: true }).click()
    const call = form.getByRole('region', { name: 'Test call' })
    await expect(call.getByRole('combobox', { name: 'Caller number' })).toHaveValue('What the trunk uses', {
      timeout: 60_000,
    })
    await call.getByLabel('Call this telephone').fill('+49 30 112')
    await call.getByRole('button', { name: 'Call it' }).click()
    await expect(call.getByText(/which is never called/)).toBeVisible()
    await call.getByLabel('Call this telephone').fill('+49 30 23125 000')
    await call.getByLabel('Call this telephone').press('Enter')
    const last = form.getByRole('list', { name: 'Steps of the test' }).getByRole('listitem').last()
    await expect(last).toContainText('The line is busy (486)', { timeout: 60_000 })
    await expect(last).toContainText('stopped here')
  } finally {
    busy.close()
  }
})
