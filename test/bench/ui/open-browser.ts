import { type Browser, chromium } from '@playwright/test'

/**
 * Headless and without a GPU: the CPU draws.
 * @param behind leaves the processor to the program wherever that wants it, as a browser on another computer or one
 *   that draws with a GPU does; Linux only
 */
export const openBrowser = ({ behind = false } = {}): Promise<Browser> =>
  chromium.launch({
    executablePath:
      behind && process.platform === 'linux'
        ? new URL('behind-the-program.sh', import.meta.url).pathname
        : (process.env.TRUNKLINE_CHROMIUM ?? '/usr/bin/chromium'),
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-background-networking',
    ],
  })
