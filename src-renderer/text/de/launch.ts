import { count } from '../../format/number.ts'
import type { Texts } from '../texts.ts'
import { contacts, contactsDative } from './amounts.ts'

/** Words of the launch dialog, for a launch and a restart. */
export const launch: Texts['launch'] = {
  failed: 'Der Start konnte nicht vorbereitet werden',
  starts: (when, lines, trunk) =>
    `Beginnt ${when} mit ${lines === 1 ? '1 Leitung' : `${count(lines)} Leitungen`} über ${trunk}`,
  now: 'jetzt',
  thenTrunk: ', dann ',
  defaultTrunk: 'den Standard-Trunk',
  exclude: {
    title: 'Kontakte ausschließen, die',
    left: 'Kontakte übrig',
    callable: 'In der Kampagne, noch anzurufen',
    lines: {
      refused: 'nicht kontaktiert werden wollten',
      transferred: 'an eine Person weiterverbunden wurden nach',
      successful: 'schon erfolgreich waren',
      opened_link: 'einen gesendeten Link geöffnet haben',
      texted: 'eine Textnachricht bekommen haben',
    },
    transferred: seconds => (seconds === null ? 'Egal' : seconds === 0 ? 'Jederzeit' : `${seconds} s`),
    refusedWhy: 'Warum dürfen sie wieder angerufen werden?',
    refusedWhyHelp: 'Steht dann im Protokoll. Die Sperrliste gilt, was auch immer hier gewählt ist.',
    removed: n => `−${count(n)}`,
    total: 'Werden angerufen',
    doNotCall: 'auf der Sperrliste stehen, immer ausgeschlossen',
  },
  keepLive: { label: 'Offen halten', help: 'Läuft weiter, wenn die Liste aufgebraucht ist' },
  rerunAll: {
    label: 'Alle Kontakte erneut',
    help: 'Auch schon angerufene. Widersprüche bleiben ausgeschlossen',
  },
  reset: {
    label: 'Anrufverlauf zurücksetzen',
    help: 'Löscht Versuche, Kennzeichen und Widersprüche der Kampagne endgültig',
    lost: kept =>
      `Was gelöscht wird, kommt zuerst in eine Sicherungsdatei. Die Sperrliste bleibt unberührt: Sie schließt ${contacts(kept)} aus. Für das Gesetz zählen frühere Anrufe weiter.`,
    typeName: 'Zum Fortfahren den Namen der Kampagne eingeben',
  },
  test: {
    label: 'Zuerst testen',
    help: 'Eine zufällige Stichprobe, dann Pause für den Vergleich mit der Prognose',
    contacts: 'Kontakte im Test',
  },
  forecast: {
    title: 'Prognose',
    running: percent => `Wird simuliert, ${percent} %`,
    took: seconds => `In ${seconds} simuliert, nach den Regeln der Engine`,
    failed: 'Die Prognose konnte nicht erstellt werden. Der Start ist davon nicht betroffen.',
    finishes: 'Endet',
    never: 'Nicht innerhalb eines Jahres',
    callsPerHour: 'Anrufe pro Stunde',
    mostOnOne: 'Meiste je Nummer',
    ofCap: (calls, cap) => `${count(calls)} von ${count(cap)} am Tag`,
    reached: 'Erreichte Personen',
    cost: 'Kosten',
    noRates: 'keine Tarife hinterlegt',
    idles: 'Leerlauf',
    noIdles: 'Nie',
    idlesFor: (times, why) => `${times === 1 ? 'Einmal' : `${count(times)}-mal`}, ${why}`,
    to: (low, high) => (low === high ? low : `${low} bis ${high}`),
    curve: 'Abgeschlossene Kontakte im Lauf der Zeit, mit der Spanne der simulierten Durchläufe',
  },
  compliance: {
    title: 'Rechtsregeln',
    proven: (met, all) => `${met} von ${all} belegt`,
    checks: {
      consent: 'Einwilligung hinterlegt',
      hours: 'Erlaubte Zeiten',
      opt_out: 'Agent bietet Widerspruch an',
      do_not_call: 'Sperrliste angewandt',
      consent_records: 'Einwilligungen aufbewahrt',
    },
    vouch: 'Ich bewahre die Einwilligungen auf',
  },
  missing: {
    title: 'Fehlt zum Start',
    heed: 'Der Start ist möglich, aber',
    mend: {
      contacts: 'Zu den Kontakten',
      agent: 'Agent wählen',
      numbers: 'Zu den Rufnummern',
      trunk: 'Trunk wählen',
      schedule: 'Zum Zeitplan',
    },
  },
  settings: {
    title: 'Einstellungen des nächsten Laufs',
    stay: 'Die Einstellungen bleiben, wie sie sind.',
    change: parts => `Mit diesem Lauf geändert: ${parts.join(', ')}.`,
    before: 'Zahlen und Prognose gelten für die bisherigen Einstellungen.',
    open: 'Einstellungen ändern …',
    drop: 'So lassen, wie sie sind',
    later: 'Vor dem Neustart wird nichts gespeichert.',
    back: 'Zurück',
    keep: 'Übernehmen',
  },
  practice: 'Übungsanbieter: Die Anrufe bleiben im Programm, keine echte Nummer wird gewählt.',
  real: 'Echte Telefone werden klingeln.',
  act: {
    launch: n => `Mit ${contactsDative(n)} starten`,
    restart: n => `Mit ${contactsDative(n)} neu starten`,
    test: (sample, n) => `Test mit ${count(sample)} von ${count(n)} starten`,
  },
}
