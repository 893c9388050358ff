import { findElectron } from '../electron.mjs'
import { say } from '../say.mjs'
import { runPlaywright } from './playwright.mjs'

/** The desk's story and its keys in the program's own window; where there can be none, one line says why. */
export const runInElectron = async (find = findElectron, run = runPlaywright, screen = screenLacks()) => {
  const reason = screen ?? (await find())
  if (reason === null) return run('electron', [], { TRUNKLINE_DESK: 'electron' })
  say(`Not run in the desktop window, only in the browser: ${reason}.`)
  return { passed: 0, failed: 0, skipped: 1, failures: [] }
}

/** Why no window can be shown, or `null`. Only Linux can be without a screen; `xvfb-run` gives it one. */
export const screenLacks = (platform = process.platform, env = process.env) =>
  platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY ? 'there is no screen (DISPLAY)' : null
