import { expect, type Page } from '@playwright/test'

/** The program before somebody who begins with an empty workspace. */
export interface DeskUnderTest {
  readonly page: Page
  /** Ends the program and starts it again on the same workspace; resolves with its page, on Home. */
  restart(): Promise<Page>
  /** Name of the file that the act saves. */
  saved(act: () => Promise<void>): Promise<string>
}

export const atHome = (page: Page) =>
  expect(page.getByRole('heading', { level: 1, name: 'Home' })).toBeVisible({ timeout: 30_000 })
