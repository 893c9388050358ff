import type { Phrase } from '../../phrasebook.ts'

/** Why a campaign paused or goes on, and all else that waits in Notifications. */
export const notices: readonly Phrase[] = [
  ['{name} paused itself: {why:said}', '{name} hat sich selbst pausiert: {why}'],
  ['{name} finished its test: {why:said}', '{name} hat den Test beendet: {why}'],
  ['{name} goes on by itself', '{name} geht von selbst weiter'],
  ['{name} is completed', '{name} ist abgeschlossen'],
  ['{name} started late: its start was {at:when}', '{name} begann verspätet: Der Start war {at}'],
  [
    'Top up the trunk, enter its balance, then resume the campaign.',
    'Guthaben des Trunks aufladen und eintragen, dann die Kampagne fortsetzen.',
  ],
  [
    'Raise the budget and resume the campaign, or finish it.',
    'Budget erhöhen und die Kampagne fortsetzen, oder sie abschließen.',
  ],
  [
    'Free what is used up, then resume the campaign.',
    'Freimachen, was verbraucht ist, dann die Kampagne fortsetzen.',
  ],
  [
    'Lower the number of calls at a time, and resume when the share has fallen.',
    'Weniger gleichzeitige Anrufe einstellen und fortsetzen, wenn der Anteil gesunken ist.',
  ],
  [
    'Compare it with the forecast, then resume the campaign to call the others.',
    'Mit der Prognose vergleichen, dann die Kampagne fortsetzen, um die anderen anzurufen.',
  ],
  ['Look at the trunk, then resume the campaign.', 'Den Trunk prüfen, dann die Kampagne fortsetzen.'],
  [
    'Switch a number on or add one, then resume the campaign.',
    'Eine Rufnummer einschalten oder hinzufügen, dann die Kampagne fortsetzen.',
  ],
  ['Mend these points, then resume the campaign.', 'Diese Punkte beheben, dann die Kampagne fortsetzen.'],
  [
    'Move the end of its schedule and resume it, or finish it.',
    'Das Ende des Zeitplans verschieben und fortsetzen, oder die Kampagne abschließen.',
  ],
  [
    '{why:said} It is set to resume after such a pause.',
    '{why} Sie ist so eingestellt, dass sie danach fortfährt.',
  ],
  ['The credit of its trunk is enough again.', 'Das Guthaben des Trunks reicht wieder.'],
  ['Its budget has room again.', 'Im Budget ist wieder Platz.'],
  ['This machine has room again.', 'Dieser Rechner hat wieder Platz.'],
  ['The share of abandoned calls has fallen.', 'Der Anteil verlassener Anrufe ist gesunken.'],
  ['Its test is over.', 'Der Test ist vorbei.'],
  ['Its trunk can be used again.', 'Der Trunk ist wieder verwendbar.'],
  ['One of its numbers can be shown again.', 'Eine ihrer Rufnummern darf wieder angezeigt werden.'],
  ['Nothing is missing any more.', 'Nichts fehlt mehr.'],
  ['The end of its schedule was moved.', 'Das Ende des Zeitplans wurde verschoben.'],
  ['Every contact has reached its final status.', 'Jeder Kontakt hat seinen endgültigen Status.'],
  [
    'The program was not running at that time. Look whether its end still leaves enough time.',
    'Das Programm lief zu dieser Zeit nicht. Prüfen, ob bis zum Ende noch genug Zeit bleibt.',
  ],

  [
    '{failed:count} of the last {all:count} calls failed at the trunk',
    '{failed} der letzten {all} Anrufe scheiterten am Trunk',
  ],
  [
    '{names} could not be used for {n:count} minutes: {why:said}',
    '{names} war {n} Minuten lang nicht verwendbar: {why}',
  ],
  ['{why:said}; one call is trying it', '{why}; ein Anruf probiert ihn aus'],
  [
    '{left:said} of credit left; {calls:said} may cost {cost:said}',
    'Noch {left} Guthaben; Kosten bis {cost} für {calls}',
  ],
  ['the next call', 'den nächsten Anruf'],
  ['{n:count} active calls and the next one', '{n} aktive Anrufe und den nächsten'],
  ['{spent} spent of a budget of {budget}', '{spent} von {budget} Budget verbraucht'],
  ['{free} of disk space are free; it takes {least}', '{free} Speicherplatz frei; nötig sind {least}'],
  [
    'The engine was more than {limit:count} s behind for {n:count} s',
    'Die Engine war {n} s lang mehr als {limit} s im Rückstand',
  ],

  ['Dialling goes on', 'Es wird wieder gewählt'],
  [
    'The workspace can be written again; everything that was waiting is saved.',
    'Der Arbeitsbereich ist wieder beschreibbar; alles Wartende ist gespeichert.',
  ],
  ['Dialling stopped', 'Wählen angehalten'],
  [
    'The disk is full. Free some space; dialling goes on by itself. ({file})',
    'Der Datenträger ist voll. Platz schaffen; das Wählen geht von selbst weiter. ({file})',
  ],
  [
    'The workspace may not be written. Give this user the right to write. ({file})',
    'Der Arbeitsbereich darf nicht beschrieben werden. Diesem Benutzer das Schreibrecht geben. ({file})',
  ],
  [
    'Another program holds the workspace. Close it; dialling goes on by itself. ({file})',
    'Ein anderes Programm hält den Arbeitsbereich. Es schließen; das Wählen geht von selbst weiter. ({file})',
  ],
  [
    'The workspace file is damaged. Stop the program and restore a backup. ({file})',
    'Die Datei des Arbeitsbereichs ist beschädigt. Programm beenden und eine Sicherung wiederherstellen. ({file})',
  ],
  [
    'The workspace was deleted, moved or replaced while it was open. Put it back; dialling goes on by itself. ({file})',
    'Der Arbeitsbereich wurde im Betrieb gelöscht, verschoben oder ersetzt. Zurücklegen; das Wählen geht von selbst weiter. ({file})',
  ],
  [
    'The disk does not write. Check the drive; dialling goes on by itself. ({file})',
    'Der Datenträger schreibt nicht. Laufwerk prüfen; das Wählen geht von selbst weiter. ({file})',
  ],
  ['The workspace could not be written.', 'Der Arbeitsbereich konnte nicht beschrieben werden.'],
  [
    '{n:count} calls were interrupted when the program ended',
    '{n} Anrufe wurden durch das Programmende unterbrochen',
  ],
  [
    'Each counts as an attempt and follows the retry rules; calls still up are being ended.',
    'Jeder zählt als Versuch und folgt den Regeln für Wiederholungen; noch bestehende Anrufe werden beendet.',
  ],
  ['{number} rests until {day}', '{number} ruht bis {day}'],
  ['{number} is back on probation', '{number} ist auf Probe zurück'],
  ['{number} passed its probation', '{number} hat die Probe bestanden'],
  [
    '{why:said}. It is not shown meanwhile. Look at what its score is made of, or add a number.',
    '{why}. Sie wird solange nicht angezeigt. Ansehen, woraus der Spam-Wert entsteht, oder eine Rufnummer hinzufügen.',
  ],
  [
    'It is used again because {why:said}. After {n:count} calls its score decides whether it stays.',
    'Sie ist wieder in Gebrauch: {why}. Nach {n} Anrufen entscheidet ihr Spam-Wert, ob sie bleibt.',
  ],
  [
    '{why:said}. It is used like every other number again.',
    '{why}. Sie wird wieder wie jede andere Rufnummer verwendet.',
  ],
  ['Score {score:count}, limit {limit:count}', 'Spam-Wert {score}, Grenze {limit}'],
  ['{n:count} calls on probation, score {score:count}', '{n} Anrufe auf Probe, Spam-Wert {score}'],
  ['its rest is over', 'Ihre Ruhezeit ist vorbei'],
  ['its score fell to {score:count}', 'Ihr Spam-Wert sank auf {score}'],

  ['The backup was not restored', 'Die Sicherung wurde nicht wiederhergestellt'],
  ['{why:said} The workspace is as it was.', '{why} Der Arbeitsbereich ist, wie er war.'],
  ['A backup was restored', 'Eine Sicherung wurde wiederhergestellt'],
  [
    'The workspace before it was too damaged to tell who was called since the backup. Look at your carrier’s records before you resume a campaign.',
    'Der Arbeitsbereich davor war zu beschädigt, um zu sagen, wer seit der Sicherung angerufen wurde. Vor dem Fortsetzen einer Kampagne die Aufzeichnungen des Anbieters prüfen.',
  ],
  [
    '{calls:count} calls and {numbers:count} do-not-call entries since then were kept. Campaigns rest until you resume them. A backup holds no recordings: those in the folder of this workspace stay.',
    '{calls} Anrufe und {numbers} Einträge der Sperrliste seither blieben erhalten. Kampagnen ruhen, bis sie fortgesetzt werden. Aufzeichnungen stehen in keiner Sicherung: Die im Ordner dieses Arbeitsbereichs bleiben.',
  ],
  ['The automatic backup failed', 'Die automatische Sicherung ist fehlgeschlagen'],
  ['{why:said} It is tried again every hour.', '{why} Sie wird jede Stunde erneut versucht.'],
  ['Notifications do not reach the web address', 'Meldungen erreichen die Web-Adresse nicht'],
  [
    '{why:said} They stay in the list here. Send a test under Settings, Notifications.',
    '{why} Sie bleiben hier in der Liste. Unter Einstellungen, Meldungen einen Test senden.',
  ],
  ['It answered {code:count}.', 'Sie antwortete mit {code}.'],
  ['It did not answer within {seconds:count} s.', 'Sie antwortete nicht innerhalb von {seconds} s.'],
  ['Its name is not known on this network.', 'Ihr Name ist in diesem Netz nicht bekannt.'],
  ['It could not be reached.', 'Sie war nicht erreichbar.'],
  ['It could not be reached ({code}).', 'Sie war nicht erreichbar ({code}).'],
  ['Kept no longer: {what:said} deleted', 'Nicht länger aufbewahrt: {what} gelöscht'],
  [
    'As Settings, Retention says. Call records and the do-not-call list stay.',
    'Wie unter Einstellungen, Aufbewahrung festgelegt. Anrufe und Sperrliste bleiben.',
  ],

  ['The clock is {span:said} behind the last entry', 'Die Uhr liegt {span} hinter dem letzten Eintrag'],
  ['The clock was set back by {span:said}', 'Die Uhr wurde um {span} zurückgestellt'],
  [
    'The clock went forward by {span:said}: it was set, or the computer slept',
    'Die Uhr sprang um {span} vor: Sie wurde gestellt, oder der Rechner schlief',
  ],
  [
    'Calling hours follow this clock. Check date, time and time server of the computer that runs Trunkline.',
    'Die Anrufzeiten folgen dieser Uhr. Datum, Uhrzeit und Zeitserver des Rechners prüfen, auf dem Trunkline läuft.',
  ],
  ['1 minute', '1 Minute'],
  ['{n:count} minutes', '{n} Minuten'],
  ['{n:count} hours', '{n} Stunden'],
  ['{n:count} days', '{n} Tage'],
]
