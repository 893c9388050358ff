import type { Page } from '@playwright/test'

// Runs in the page, before anything of it: hence text.
const watch = `
  window.painted = new Promise(done => {
    let shell
    const look = now => {
      if (shell === undefined && document.querySelector('nav')) shell = now
      const figures = document.querySelector('section[aria-label="Figures"] dd')
      if (figures) done(now - shell)
      else requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
`

/** From the first frame with the frame of the window to the first with the campaign's figures, in ms: the median. */
export async function paintAfterShell(page: Page, url: string, times: number): Promise<number> {
  await page.addInitScript(watch)
  const measured: number[] = []
  for (let time = 0; time < times; time += 1) {
    await page.goto(url)
    measured.push(await page.evaluate<number>('window.painted'))
  }
  return measured.toSorted((a, b) => a - b)[Math.floor(times / 2)] ?? 0
}
