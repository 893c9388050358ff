import type { Phrase } from '../../../phrasebook.ts'

/** Refused by trunks, numbers, hours and calls that test a trunk. */
export const lines: readonly Phrase[] = [
  ['A trunk “{name}” exists already.', 'Den Trunk „{name}“ gibt es schon.'],
  ['{n:count} campaigns use the trunk “{name}”.', '{n} Kampagnen verwenden den Trunk „{name}“.'],
  [
    'Delete them, or give them another trunk first.',
    'Sie löschen oder ihnen erst einen anderen Trunk geben.',
  ],
  [
    'Calls were made over the trunk “{name}”, and they stay on record.',
    'Über den Trunk „{name}“ liefen Anrufe, und sie bleiben erhalten.',
  ],
  ['Keep it, and give no campaign to it.', 'Ihn behalten und ihm keine Kampagne geben.'],
  [
    'The practice trunk belongs to the program and cannot be changed or removed.',
    'Der Übungstrunk gehört zum Programm und lässt sich weder ändern noch entfernen.',
  ],
  ['Set up a trunk of your own for real calls.', 'Für echte Anrufe einen eigenen Trunk einrichten.'],
  ['This is neither a name nor an address of a computer.', 'Das ist weder Name noch Adresse eines Rechners.'],
  [
    'Write it without spaces or signs, such as sip.example.com or 192.0.2.10.',
    'Ohne Leerzeichen und Sonderzeichen schreiben, etwa sip.example.com oder 192.0.2.10.',
  ],
  [
    'A user cannot hold spaces, quotes, angle brackets or invisible signs.',
    'Ein Benutzer darf keine Leerzeichen, Anführungszeichen, spitzen Klammern oder unsichtbaren Zeichen enthalten.',
  ],
  ['Copy it again from the carrier’s letter.', 'Noch einmal aus dem Schreiben des Anbieters übernehmen.'],
  ['Enter the password again.', 'Das Passwort noch einmal eingeben.'],
  [
    'A balance without rates has no currency, and no call would change it.',
    'Ein Guthaben ohne Tarife hat keine Währung, und kein Anruf würde es ändern.',
  ],
  ['Enter the rates first.', 'Erst die Tarife eintragen.'],
  ['The prefix “{prefix}” stands twice.', 'Die Vorwahl „{prefix}“ steht zweimal da.'],
  ['Keep the rate that holds.', 'Den gültigen Tarif behalten.'],
  ['{n:count} campaigns show {number}.', '{n} Kampagnen zeigen {number} an.'],
  [
    '{n:count} calls were made with {number} and stay on record.',
    '{n} Anrufe liefen mit {number} und bleiben erhalten.',
  ],
  [
    'A number with calls or campaigns is kept, so that reports stay complete. Switch it off instead.',
    'Eine Rufnummer mit Anrufen oder Kampagnen bleibt, damit Berichte vollständig sind. Stattdessen ausschalten.',
  ],
  ['{number} does not rest.', '{number} ruht nicht.'],
  ['“{name}” are used by {campaigns}.', '„{name}“ wird verwendet von {campaigns}.'],
  ['Give these campaigns other hours first.', 'Diesen Kampagnen erst andere Zeiten geben.'],
  ['{number} is blocked in this workspace: {why}.', '{number} ist in diesem Arbeitsbereich gesperrt: {why}.'],
  [
    'Call another number, or take the block off under Do-not-call.',
    'Eine andere Rufnummer anrufen oder die Sperre unter Sperrliste aufheben.',
  ],
  ['{number} is on the do-not-call list.', '{number} steht auf der Sperrliste.'],
  ['Call another number.', 'Eine andere Rufnummer anrufen.'],
  ['Another call to {number} is going on right now.', 'Ein anderer Anruf an {number} läuft gerade.'],
  [
    'Wait until that call is over, or call another number.',
    'Das Ende dieses Anrufs abwarten oder eine andere Rufnummer anrufen.',
  ],
  [
    'This workspace makes {n:count} calls, as many as it may.',
    'Dieser Arbeitsbereich führt {n} Anrufe, so viele wie er darf.',
  ],
  [
    'Wait until one is over, or allow more under Settings.',
    'Das Ende eines Anrufs abwarten oder unter Einstellungen mehr erlauben.',
  ],
  [
    'The trunk carries {n:count} calls, as many as it may.',
    'Der Trunk trägt {n} Anrufe, so viele wie erlaubt.',
  ],
  [
    'Wait until one is over, or pause its campaigns.',
    'Das Ende eines Anrufs abwarten oder seine Kampagnen pausieren.',
  ],
  [
    'This trunk has no user that could stand in place of a caller number.',
    'Dieser Trunk hat keinen Benutzer, der an die Stelle einer Absendernummer treten könnte.',
  ],
  [
    'Choose one of the numbers of this workspace; add one first where there is none.',
    'Eine Rufnummer dieses Arbeitsbereichs wählen; wo keine ist, zuerst eine hinzufügen.',
  ],
  [
    '{number} is no number that this workspace may show over this trunk.',
    '{number} ist keine Rufnummer, die dieser Arbeitsbereich über diesen Trunk zeigen darf.',
  ],
  [
    'Choose one of the numbers of this workspace that is switched on.',
    'Eine eingeschaltete Rufnummer dieses Arbeitsbereichs wählen.',
  ],
]
