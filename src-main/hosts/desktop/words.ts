import { app } from 'electron'

const calls = (count: number): string => (count === 1 ? '1 call' : `${count} calls`)
const anrufe = (count: number): string => (count === 1 ? '1 Anruf' : `${count} Anrufe`)

const en = {
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

const de: typeof en = {
  open: 'Trunkline öffnen',
  pauseEverything: 'Alle Kampagnen anhalten',
  quit: 'Beenden',
  tooltip: active => (active === 0 ? 'Trunkline' : `Trunkline: ${anrufe(active)} im Gang`),
  quitTitle: active => `${anrufe(active)} im Gang`,
  quitDetail:
    'Wer sie ausklingen lässt, gibt laufenden Anrufen bis zu fünf Minuten; neue beginnen nicht. Auflegen beendet sie sofort.',
  finishAndQuit: 'Anrufe ausklingen lassen, dann beenden',
  hangUpAndQuit: 'Auflegen und beenden',
  stay: 'Weiterlaufen lassen',
  cannotOpen: 'Trunkline kann diesen Arbeitsbereich nicht öffnen',
}

/** Texts outside the page, tray and dialogs, in the language of the system: what the page chose is kept in the page. */
export const words = (): typeof en => (app.getLocale().startsWith('de') ? de : en)
