import type { Phrase } from '../../../phrasebook.ts'

/** Refused by backups, settings and the workspace as a whole. */
export const workspace: readonly Phrase[] = [
  ['The backup was not made.', 'Die Sicherung wurde nicht erstellt.'],
  ['There is no backup {name}.', 'Die Sicherung {name} gibt es nicht.'],
  ['Calls are up.', 'Anrufe laufen.'],
  [
    'Pause everything and wait until the last call has ended, then restore.',
    'Alles pausieren und warten, bis der letzte Anruf beendet ist, dann wiederherstellen.',
  ],
  [
    'A workspace that a command has open cannot be restored from here.',
    'Ein Arbeitsbereich, den ein Befehl geöffnet hat, lässt sich von hier nicht wiederherstellen.',
  ],
  [
    'Run trunkline restore once the command has ended.',
    'trunkline restore ausführen, sobald der Befehl beendet ist.',
  ],
  ['The campaigns could not be paused. {why:said}', 'Die Kampagnen konnten nicht pausiert werden. {why}'],
  [
    'Nobody is called as long as this lasts. Stop all again when it is mended.',
    'Solange das andauert, wird niemand angerufen. Erneut alles anhalten, wenn es behoben ist.',
  ],
  [
    'Only the desktop window can be started at login.',
    'Nur das Desktop-Fenster lässt sich beim Anmelden starten.',
  ],
  [
    'Start the console as a service of the system instead.',
    'Die Konsole stattdessen als Dienst des Systems starten.',
  ],
  [
    'These hours hold wherever no other rule sets any, so they cannot be switched off.',
    'Diese Zeiten gelten überall, wo keine andere Regel welche setzt, und lassen sich daher nicht ausschalten.',
  ],
  [
    'Switch off the profile of one country, or set other hours in the campaign.',
    'Das Profil eines Landes ausschalten oder in der Kampagne andere Zeiten setzen.',
  ],
  ['There is no legal profile “{id}”.', 'Das Rechtsprofil „{id}“ gibt es nicht.'],
  [
    'The demo begins in an empty workspace: start with another folder (--data).',
    'Die Demo beginnt in einem leeren Arbeitsbereich: mit einem anderen Ordner starten (--data).',
  ],
]
