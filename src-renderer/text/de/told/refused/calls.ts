import type { Phrase } from '../../../phrasebook.ts'

/** Refused by calls, those on which an agent is tried and rehearsals. */
export const calls: readonly Phrase[] = [
  ['This call is over already.', 'Dieser Anruf ist schon vorbei.'],
  ['Its page shows how it ended.', 'Seine Seite zeigt, wie er endete.'],
  [
    'Its page has the transcript, and the recording where there is one.',
    'Seine Seite hat die Mitschrift und, falls vorhanden, die Aufzeichnung.',
  ],
  ['This call has no recording.', 'Dieser Anruf hat keine Aufzeichnung.'],
  [
    'Its file may have been moved or deleted. The transcript is kept with the call.',
    'Vielleicht wurde die Datei verschoben oder gelöscht. Die Mitschrift bleibt beim Anruf.',
  ],
  ['Nobody has answered this call yet.', 'Noch hat niemand abgehoben.'],
  ['Listen again as soon as it is answered.', 'Erneut mithören, sobald jemand abhebt.'],
  ['This rehearsal call is over already.', 'Dieser Probeanruf ist schon vorbei.'],
  ['Begin another one.', 'Einen neuen beginnen.'],
  [
    'As many rehearsal calls go on as this computer takes beside its other calls.',
    'Es laufen schon so viele Probeanrufe, wie dieser Rechner neben den anderen Anrufen trägt.',
  ],
  ['Wait until another window has hung up.', 'Warten, bis ein anderes Fenster aufgelegt hat.'],
  ['This call goes on.', 'Dieser Anruf läuft noch.'],
  [
    'Its results can be corrected once it is over.',
    'Seine Ergebnisse lassen sich berichtigen, wenn er vorbei ist.',
  ],
  [
    '“{name}” is being rehearsed, and only one rehearsal runs at a time.',
    '„{name}“ ist gerade im Probelauf, und nur einer läuft zugleich.',
  ],
  [
    'Wait until it is over, or cancel it in its launch dialog.',
    'Warten, bis er vorbei ist, oder ihn in seinem Startdialog abbrechen.',
  ],
  [
    'The disk has no room for the copy that a rehearsal works on: {n:count} MB are missing.',
    'Für die Kopie, mit der ein Probelauf arbeitet, fehlen {n} MB auf dem Datenträger.',
  ],
  ['Make room, then rehearse again.', 'Platz schaffen, dann erneut proben.'],
]
