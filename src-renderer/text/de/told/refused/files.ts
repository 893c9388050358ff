import type { Phrase } from '../../../phrasebook.ts'

/** Refused by imports and by the work that they are. */
export const files: readonly Phrase[] = [
  ['Two columns hold the number that is called.', 'Zwei Spalten enthalten die anzurufende Rufnummer.'],
  ['Make one of them a further number.', 'Eine davon zur weiteren Rufnummer machen.'],
  ['No column holds the telephone number.', 'Keine Spalte enthält die Rufnummer.'],
  [
    'Choose the one that does, or keep rows without a number.',
    'Die richtige wählen oder Zeilen ohne Rufnummer behalten.',
  ],
  [
    'Columns {one:count} and {other:count} both become “{key}”.',
    'Die Spalten {one} und {other} werden beide zu „{key}“.',
  ],
  [
    'Give one of them another name, or leave it out.',
    'Einer davon einen anderen Namen geben oder sie auslassen.',
  ],
  [
    'The file is no longer at hand: files are kept for a day.',
    'Die Datei ist nicht mehr da: Dateien werden einen Tag lang aufbewahrt.',
  ],
  [
    'The rejected rows are no longer at hand: they are kept for 90 days.',
    'Die abgelehnten Zeilen sind nicht mehr da: Sie werden 90 Tage lang aufbewahrt.',
  ],
  ['Import the file again to see them.', 'Die Datei erneut importieren, um sie zu sehen.'],
  ['It cannot be taken back.', 'Das lässt sich nicht zurücknehmen.'],
  ['It cannot be cancelled any more.', 'Das lässt sich nicht mehr abbrechen.'],
  ['Wait until it is done, then take it back.', 'Warten, bis es fertig ist, dann zurücknehmen.'],
  ['It neither failed nor was it cancelled.', 'Es ist weder fehlgeschlagen noch abgebrochen.'],
  ['Look at what it did first.', 'Erst ansehen, was es getan hat.'],
  ['It has ended already.', 'Es ist schon beendet.'],
  ['Take it back where that is possible.', 'Zurücknehmen, wo das möglich ist.'],
  ['The file is larger than {n:count} GB.', 'Die Datei ist größer als {n} GB.'],
  ['Split it.', 'Die Datei aufteilen.'],
  [
    'There is no room for this file on the disk of the workspace.',
    'Auf dem Datenträger des Arbeitsbereichs ist kein Platz für diese Datei.',
  ],
  ['Free some space and try again.', 'Platz schaffen und erneut versuchen.'],
  [
    'The folder of the workspace cannot be written.',
    'Der Ordner des Arbeitsbereichs ist nicht beschreibbar.',
  ],
  ['Give this user the right to write there.', 'Diesem Benutzer dort das Schreibrecht geben.'],
]
