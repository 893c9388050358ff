import { buildWhenNeeded } from '../build.mjs'
import { findElectron } from '../electron.mjs'
import { run as runTrunkline } from './trunkline.mjs'

/** The window where Electron's binary can be had, else the console in the browser; `trunkline start` decides. */
export const run = async args => {
  await buildWhenNeeded()
  process.env.TRUNKLINE_NO_DESKTOP ??= (await findElectron()) ?? ''
  await runTrunkline(['start', ...args])
}
