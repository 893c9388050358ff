import { atHome, type DeskUnderTest } from './desk-under-test.ts'
import { test as base } from './workspace.ts'

/** `desk`: the console in a tab of the browser. */
export const inBrowser = base.extend<{ desk: DeskUnderTest }>({
  desk: async ({ app: page, trunkline }, use) =>
    use({
      page,
      restart: async () => {
        await page.goto(await trunkline.restart())
        await atHome(page)
        return page
      },
      saved: async act => {
        const [download] = await Promise.all([page.waitForEvent('download'), act()])
        return download.suggestedFilename()
      },
    }),
})
