import { type Browser, chromium } from '@playwright/test'

/** Headless and without a GPU: the CPU draws. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.TRUNKLINE_CHROMIUM ?? '/usr/bin/chromium',
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-background-networking',
    ],
  })
