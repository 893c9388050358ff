const calls = (count: number): string => (count === 1 ? '1 call' : `${count} calls`)

/** Texts outside the page: tray and dialogs. */
export const words = {
  open: 'Open Trunkline',
  pauseEverything: 'Pause every campaign',
  quit: 'Quit',
  tooltip: (active: number) => (active === 0 ? 'Trunkline' : `Trunkline: ${calls(active)} in progress`),
  quitTitle: (active: number) => `${calls(active)} in progress`,
  quitDetail:
    'Finishing lets calls end by themselves for up to five minutes and starts no new ones. Hanging up ends them now.',
  finishAndQuit: 'Finish calls, then quit',
  hangUpAndQuit: 'Hang up and quit',
  stay: 'Stay',
  cannotOpen: 'Trunkline cannot open this workspace',
}
