import { count } from '../../format/number.ts'
import type { Texts } from '../texts.ts'
import { calls } from './amounts.ts'

const states: Readonly<Record<string, string>> = {
  running: 'läuft',
  draining: 'läuft aus: Ihre Anrufe enden zuerst',
  paused: 'ist pausiert',
  completed: 'ist abgeschlossen',
  cancelled: 'ist abgebrochen',
  draft: 'ist ein Entwurf',
  scheduled: 'ist geplant',
}

const waitingOnes = (n: number) =>
  n === 1
    ? '1 Kontakt, der noch wartet, wird nicht angerufen'
    : `${count(n)} Kontakte, die noch warten, werden nicht angerufen`

export const moves: Texts['moves'] = {
  names: {
    launch: 'Starten',
    unschedule: 'Zurück zum Entwurf',
    pause: 'Pausieren',
    resume: 'Fortsetzen',
    cancel: 'Kampagne abbrechen',
    finish: 'Beenden',
    hang_up: 'Jetzt auflegen',
    restart: 'Neu starten',
    delete: 'Löschen',
  },
  launchEllipsis: 'Starten …',
  restartEllipsis: 'Neu starten …',
  menu: (state, name) => `${state}: Aktionen für ${name}`,
  titles: {
    launch: name => `${name} starten`,
    unschedule: name => `Zurück zum Entwurf: ${name}`,
    pause: name => `${name} pausieren`,
    resume: name => `${name} fortsetzen`,
    cancel: name => `${name} abbrechen`,
    finish: name => `${name} beenden`,
    hang_up: name => `Bei Anrufen von ${name} auflegen`,
    restart: name => `${name} neu starten`,
    delete: name => `${name} löschen`,
  },
  done: (name, state) => `${name} ${states[state] ?? state}`,
  deleted: name => `${name} wurde gelöscht`,
  failed: name => `${name} bleibt, wie sie ist`,
  hangUp: {
    lost: n =>
      n === 1
        ? '1 Anruf wäre von selbst zu Ende gegangen. Er wird mitten im Satz getrennt.'
        : `${count(n)} Anrufe wären von selbst zu Ende gegangen. Sie werden mitten im Satz getrennt.`,
    act: n => `${calls(n)} trennen`,
    keep: 'Zu Ende führen lassen',
  },
  cancel: {
    lost: waiting =>
      `${waitingOnes(waiting)}. Die bisherigen Anrufe bleiben für Berichte, und die Kampagne kann neu gestartet werden.`,
    callsNow: n =>
      `Was mit ${n === 1 ? 'dem laufenden Anruf' : `den ${count(n)} laufenden Anrufen`} geschieht`,
    letFinish: n => `${calls(n)} zu Ende führen lassen`,
    hangUp: n => `${calls(n)} jetzt trennen`,
    act: 'Kampagne abbrechen',
    keep: 'Behalten',
  },
  finish: {
    lost: waiting =>
      `${waitingOnes(waiting)}. Laufende Anrufe enden zuerst, dann ist die Kampagne abgeschlossen.`,
    act: 'Kampagne beenden',
  },
  delete: {
    lost: (name, places, made) =>
      `„${name}“ wird samt ihren Einstellungen und ${places === 1 ? 'ihrem 1 Platz' : `ihren ${count(places)} Plätzen`} in der Liste gelöscht. ${
        made === 0
          ? 'Es gab keinen Anruf.'
          : made === 1
            ? '1 Anruf bleibt für Berichte.'
            : `${count(made)} Anrufe bleiben für Berichte.`
      } Die Kontakte selbst bleiben.`,
    erase: 'Auch löschen, was in den Anrufen gesagt und aufgezeichnet wurde',
    eraseHelp: 'Bloße Versuche bleiben, weil das Gesetz sie zählt.',
    typeName: 'Zum Fortfahren den Namen eingeben',
    act: 'Kampagne löschen',
    keep: 'Behalten',
  },
}
