import type { Page } from '@playwright/test'
import { expect, goTo, startDemo, test } from './workspace.ts'

const panel = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const dialog = (page: Page) => page.getByRole('dialog')
const menu = async (page: Page, act: RegExp) => {
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: act }).click()
}

async function addByHand(page: Page, name: string, number: string) {
  await goTo(page, 'Contacts')
  await page.getByRole('button', { name: 'Add contacts' }).click()
  await page.getByRole('menuitem', { name: 'By hand…' }).click()
  await dialog(page).getByLabel('Name').fill(name)
  await dialog(page).getByLabel('Number', { exact: true }).fill(number)
  await dialog(page).getByRole('button', { name: 'Add contact' }).click()
  await expect(page.getByText(`${name} was added`)).toBeVisible()
}

async function open(page: Page, search: string) {
  await page.getByRole('textbox', { name: 'Name, number or #tag' }).fill(search)
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '2')
  await page.getByRole('grid').getByRole('link').first().click()
}

test('contacts §1: numbers, zone, language, tags and fields are edited, and the history tells what stood there', async ({
  app: page,
}) => {
  await addByHand(page, 'Zoë Zander', '+49 30 231 25 123')
  await open(page, 'zander')
  await page.getByRole('button', { name: 'Edit', exact: true }).click()
  const form = dialog(page)
  await form.getByLabel('Name').fill('Zoë Zander-Lind')
  await form.getByLabel('Further numbers').fill('0151 1000 0001\n+1 212 555 0163')
  await form.getByRole('combobox', { name: 'Time zone' }).fill('lisbon')
  await page.getByRole('option', { name: 'Europe/Lisbon' }).click()
  await form.getByLabel('Language').fill('pt-PT')
  await form.getByRole('combobox', { name: 'Tags' }).fill('VIP')
  await page.keyboard.press('Enter')
  await form.getByRole('button', { name: 'Add field' }).click()
  await form.getByLabel('Field', { exact: true }).fill('contract')
  await form.getByLabel('contract', { exact: true }).fill('A-7')
  await form.getByRole('button', { name: 'Save contact' }).click()
  await expect(form).toHaveCount(0)

  await expect(page.getByRole('heading', { level: 1, name: 'Zoë Zander-Lind' })).toBeVisible()
  const person = panel(page, 'Person')
  await expect(person).toContainText('+49 1511 0000001mobile')
  await expect(person).toContainText('+1 212 555 0163')
  await expect(person).toContainText('Berlinfrom the numberLisbonset by hand')
  await expect(person).toContainText('European Portuguese')
  await expect(person).toContainText('VIP')
  await expect(person).toContainText('contract')
  const history = panel(page, 'History')
  await expect(history).toContainText('Zoë Zander → Zoë Zander-Lind')
  await expect(history).toContainText('nothing → A-7')
  await expect(history).toContainText('Tagged VIP')
  await expect(history).toContainText('Added')

  await test.step('a number that belongs to somebody else is refused at its field', async () => {
    await addByHand(page, 'Otto Other', '+49 30 231 25 124')
    await open(page, 'otto')
    await page.getByRole('button', { name: 'Edit', exact: true }).click()
    await form.getByLabel('Number', { exact: true }).fill('+4915110000001')
    await form.getByRole('button', { name: 'Save contact' }).click()
    await expect(form.getByText(/Zoë Zander-Lind/)).toBeVisible()
  })
})

test('contacts §1: a consent is kept with its proof and its end, also when withdrawn; with its contact it is deleted', async ({
  app: page,
}) => {
  await addByHand(page, 'Zoë Zander', '+49 30 231 25 123')
  await open(page, 'zander')
  const consent = panel(page, 'Consent')
  await expect(consent).toContainText('No consent on file')
  await consent.getByRole('button', { name: 'Add consent' }).click()
  const form = dialog(page)
  await form.getByRole('combobox', { name: 'Kind' }).click()
  await page.getByRole('option', { name: 'Express written consent' }).click()
  await form.getByRole('combobox', { name: 'Purpose' }).click()
  await page.getByRole('option', { name: 'for marketing' }).click()
  await form.getByLabel('Given on').fill('2026-03-02')
  await form.getByLabel('Valid until').fill('2026-03-01')
  await form.getByLabel('How it was given').fill('Paper')
  await form.getByLabel('Source').fill('Spring fair')
  await form.getByLabel('Evidence').fill('scan-17.pdf')
  await form.getByRole('button', { name: 'Add consent' }).click()
  await expect(form.getByText('It would end before it begins.')).toBeVisible()
  await form.getByLabel('Valid until').fill('2099-03-01')
  await form.getByRole('button', { name: 'Add consent' }).click()
  await expect(consent.getByRole('listitem')).toContainText('Express written consent for marketing')
  await expect(consent.getByRole('listitem')).toContainText(/2099, Paper, Spring fair, scan-17\.pdf/)

  await consent.getByRole('button', { name: 'Withdraw Express written consent' }).click()
  await form.getByRole('button', { name: 'Withdraw consent' }).click()
  await expect(consent.getByRole('listitem')).toContainText('withdrawn')
  await expect(consent.getByRole('button', { name: /^Withdraw/ })).toHaveCount(0)
  await expect(panel(page, 'History')).toContainText('Express written consent added')
  await expect(panel(page, 'History')).toContainText('Express written consent withdrawn')

  await test.step('a contact is deleted from its page; its address says so', async () => {
    const address = page.url()
    await menu(page, /^Delete/)
    await form.getByRole('button', { name: 'Delete contact' }).click()
    await expect(page.getByRole('heading', { name: 'No contacts yet' })).toBeVisible()
    await page.goto(address)
    await expect(page.getByRole('heading', { level: 1, name: 'No such contact' })).toBeVisible()
    await page.getByRole('link', { name: 'All contacts' }).click()
    await expect(page.getByRole('heading', { name: 'No contacts yet' })).toBeVisible()
  })
})

test('contacts §1, §5: a contact of a campaign tells why it is not called, is blocked, merged and kept from deletion', async ({
  app: page,
}) => {
  await startDemo(page)
  await page.getByRole('navigation', { name: 'Parts of the campaign' }).getByText('Contacts').click()
  const first = page.getByRole('grid').getByRole('link').first()
  const name = await first.innerText()
  await addByHand(page, name, '+49 30 231 25 123')
  await page.goBack()
  await first.click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()

  const campaigns = panel(page, 'In campaigns')
  const whyNot = async () => {
    await campaigns.getByRole('button', { name: 'Why not now? Appointment reminders (demo)' }).click()
    return page.getByRole('dialog', { name: `Why not ${name} now?` })
  }
  await test.step('the campaign is a draft', async () => {
    await expect(
      (await whyNot()).getByText('Nobody is called while the campaign does not run.'),
    ).toBeVisible()
    await page.keyboard.press('Escape')
  })

  await test.step('the same person under another number goes into this contact', async () => {
    await menu(page, /^Merge/)
    await expect(dialog(page).getByText('May be the same person')).toBeVisible()
    await dialog(page)
      .getByRole('button', { name: /231 ?25123|23125123/ })
      .click()
    await dialog(page)
      .getByRole('button', { name: `Merge ${name} into this contact` })
      .click()
    await expect(dialog(page)).toHaveCount(0)
    await expect(panel(page, 'Person').getByText('+49 30 23125123')).toBeVisible()
    await expect(panel(page, 'History')).toContainText(`${name} was merged into this contact`)
  })

  await test.step('nobody calls this person any more, on any number', async () => {
    await menu(page, /^Do not call/)
    await dialog(page).getByRole('button', { name: 'Do not call' }).click()
    await expect(dialog(page).getByText('Say why: it is kept with the entry.')).toBeVisible()
    await dialog(page).getByLabel('Reason').fill('Asked at the counter')
    await dialog(page).getByRole('button', { name: 'Do not call' }).click()
    await expect(page.getByText(/is on the do-not-call list since/)).toHaveCount(2)
    await expect((await whyNot()).getByText('On the do-not-call list')).toBeVisible()
    await page.keyboard.press('Escape')
  })
})
