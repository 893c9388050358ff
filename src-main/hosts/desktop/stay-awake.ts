import { powerSaveBlocker } from 'electron'
import type { Application } from '../application.ts'

/** While calls are up the computer does not fall asleep; the screen may. */
export const stayAwake = (app: Pick<Application, 'onActiveCalls'>): void => {
  let blocker: number | undefined
  app.onActiveCalls(active => {
    if (active > 0) blocker ??= powerSaveBlocker.start('prevent-app-suspension')
    else if (blocker !== undefined) {
      powerSaveBlocker.stop(blocker)
      blocker = undefined
    }
  })
}
