import { inBrowser } from './desk-in-browser.ts'
import { inElectron } from './desk-in-electron.ts'

/** Tests of the desk that hold in its own window as well; `resources/dev/testing/electron.mjs` chooses it. */
export const test = process.env.TRUNKLINE_DESK === 'electron' ? inElectron : inBrowser

export { expect } from '@playwright/test'
