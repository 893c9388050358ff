import { count } from '../../format/number.ts'
import type { Texts } from '../texts.ts'
import { contacts as contactsOf } from './amounts.ts'

export const campaign: Texts['campaign'] = {
  waiting: 'Kampagne',
  gone: 'Diese Kampagne gibt es nicht',
  failed: 'Die Kampagne konnte nicht geladen werden',
  all: 'Alle Kampagnen',
  run: n => `Durchlauf ${n}`,
  tabs: {
    label: 'Teile der Kampagne',
    dashboard: 'Übersicht',
    contacts: 'Kontakte',
    calls: 'Anrufe',
    analytics: 'Auswertung',
    numbers: 'Rufnummern',
    settings: 'Einstellungen',
  },
  hold: {
    title: 'Was sie jetzt aufhält:',
    nothing: 'Nichts hält sie auf.',
    paused: at => `Pausiert um ${at}.`,
    nextIn: seconds => `Nächster Anruf in ${seconds} s.`,
    nextAt: at => `Nächster Anruf um ${at}.`,
    also: others => `Außerdem: ${others}`,
    resting: {
      draft: 'Das ist ein Entwurf. Vor dem Start wird niemand angerufen.',
      completed: 'Abgeschlossen: Jeder Kontakt hat seinen endgültigen Status.',
      cancelled:
        'Abgebrochen. Sie kann neu gestartet werden; abgeschlossene Kontakte werden nicht noch einmal angerufen.',
    },
  },
  statuses: { label: 'Kontakte nach Status' },
  tiles: {
    label: 'Kennzahlen',
    ofCalls: ended => `von ${ended} Anrufen`,
    contacted: {
      label: 'Kontaktiert',
      foot: all => `von ${all} Kontakten`,
      meaning: 'Kontakte mit mindestens einem Versuch, der zum Trunk ging.',
    },
    remaining: {
      label: 'Verbleibend',
      foot: fresh => `${fresh} nie angerufen`,
      meaning: 'Kontakte, die warten: offen, eingereiht oder auf einen weiteren Versuch.',
    },
    completion: {
      label: 'Fortschritt',
      foot: finished => `${finished} endgültig`,
      meaning: 'Kontakte mit endgültigem Status, von allen Kontakten.',
    },
    active: {
      label: 'Aktive Anrufe',
      unit: max => `von ${max}`,
      foot: 'hier erlaubt',
      meaning:
        'Anrufe, die jetzt gewählt werden, klingeln oder im Gespräch sind, und wie viele diese Kampagne zugleich erlaubt.',
    },
    lastHour: {
      label: 'Letzte Stunde',
      foot: ended => `${ended} beendet bisher`,
      meaning: 'Anrufe, die in den letzten 60 Minuten begannen.',
    },
    timeLeft: {
      label: 'Restdauer',
      foot: (from, to) => `${from} bis ${to}`,
      working: 'wird berechnet',
      resting: 'sie ruft nicht an',
      endless: 'kein Ende binnen eines Jahres',
      failed: 'derzeit keine Prognose',
      meaning: at =>
        `Von jetzt bis zum wahrscheinlichen Ende laut Prognose; darunter die Zeiten, zwischen denen vier von fünf durchgespielten Verläufen enden.${at === null ? '' : ` Berechnet um ${at}.`}`,
    },
    cost: {
      label: 'Kosten bisher',
      unit: budget => `von ${budget}`,
      foot: each => `${each} je Anruf`,
      none: 'noch keine',
      noRates: 'keine Tarife',
      meaning: 'Kosten der Anrufe nach den Tarifen des Trunks, laufende Anrufe eingerechnet.',
    },
    balance: {
      label: 'Guthaben',
      foot: 'auf dem Trunk',
      none: 'nicht eingetragen',
      meaning: 'Guthaben des Trunks, wie eingetragen, abzüglich der Anrufe seither.',
    },
    conversion: {
      label: 'Zielquote',
      foot: conversations => `von ${conversations} Gesprächen`,
      meaning:
        'Kontakte mit erreichtem Hauptziel, von Kontakten mit mindestens einem Gespräch mit einer Person (Conversion).',
    },
    abandoned: {
      label: 'Verlassen',
      none: 'hier gilt keine Grenze',
      foot: (cap, days) => `bis ${cap} in ${days === 1 ? '24 Std.' : `${days} Tagen`}`,
      meaning:
        'Anrufe, bei denen eine Person abhob und 2 s lang nichts hörte, von den Anrufen, die Personen annahmen; das Gesetz zählt sie über diesen Zeitraum.',
    },
    conversations: {
      label: 'Gespräche',
      foot: part => `${part} d. Angerufenen`,
      meaning: 'Anrufe, bei denen eine Person abhob und ein Gespräch zustande kam.',
    },
    talk: {
      label: 'Gesprächszeit',
      foot: average => `${average} im Mittel`,
      none: 'noch keine',
      meaning: 'Summe der Gesprächszeit; das Mittel gilt je angenommenem Anruf.',
    },
    answer: {
      label: 'Annahmequote',
      meaning: 'Angenommene Anrufe, von beendeten Anrufen; unterbrochene ausgenommen.',
    },
    human: {
      label: 'Erreichte Personen',
      meaning: 'Anrufe mit dem Ergebnis Angenommen, von beendeten Anrufen.',
    },
    success: {
      label: 'Erfolgsquote',
      foot: (done, of) => `${done} von ${of}`,
      none: 'noch keiner endgültig',
      meaning: 'Abgeschlossene Kontakte, von Kontakten mit endgültigem Status außer übersprungen.',
    },
    goalCost: {
      label: 'Kosten je Ziel',
      foot: goals => (goals === 1 ? '1 Ziel' : `${count(goals)} Ziele`),
      none: 'noch kein Ziel erreicht',
      meaning: 'Kosten bisher / Anrufe, in denen das Hauptziel erreicht wurde.',
    },
  },
  results: {
    title: 'Anrufergebnisse',
    fact: ended => `${ended} beendet`,
    optOuts: people =>
      people === 1
        ? '1 Person will nicht mehr angerufen werden.'
        : `${count(people)} Personen wollen nicht mehr angerufen werden.`,
  },
  goals: {
    title: 'Ziel',
    none: 'Diese Kampagne hat kein Ziel. Ihr Agent oder ihre Einstellungen können ihr eines geben.',
    outcomes: {
      achieved: 'Erreicht',
      partially_achieved: 'Teilweise',
      not_achieved: 'Nicht',
      unknown: 'Nicht bekannt',
    },
    meaning:
      'Was in jedem Gespräch aus dem Hauptziel wurde; nicht bekannt: Nichts Gesagtes oder Getipptes gibt Auskunft.',
    of: calls => `von ${calls} Anrufen mit Gespräch oder entschiedenem Ziel`,
  },
  active: {
    title: 'Aktive Anrufe',
    all: 'Alle öffnen',
    none: 'Gerade läuft kein Anruf.',
    more: n => `${count(n)} weitere`,
  },
  contacts: {
    label: 'Kontakte der Kampagne',
    search: 'Name, Nummer, #Schlagwort',
    columns: {
      name: 'Name',
      number: 'Rufnummer',
      priority: 'Priorität',
      status: 'Status',
      goal: 'Ziel',
      result: 'Letztes Ergebnis',
      conversations: 'Gespräche',
      attempts: 'Versuche',
      lastCalled: 'Letzter Anruf',
      next: 'Nächster',
    },
    statusCount: (status, n) => `${status}, ${count(n)}`,
    goals: { achieved: 'Ja', partially_achieved: 'Teils', not_achieved: 'Nein' },
    callFirst: 'Zuerst',
    now: 'jetzt',
    never: 'nie',
    failed: 'Die Kontakte konnten nicht geladen werden',
    empty: 'Kein Kontakt in dieser Kampagne',
    emptySentence: 'Sie kommen aus Listen und Segmenten oder aus einer Datei.',
    noMatch: 'Kein Kontakt passt zu diesen Filtern',
    noMatchSentence: 'Ein anderes Wort oder ein anderer Status kann ihn finden.',
    keys: { move: 'bewegen', why: 'warum jetzt nicht', acts: 'wiederholen, überspringen, Priorität' },
    bulk: {
      retryNow: 'Jetzt wiederholen',
      callFirst: 'Zuerst anrufen',
      priority: 'Priorität',
      skip: 'Überspringen',
      remove: 'Entfernen',
      tag: 'Schlagwort',
      doNotCall: 'Nicht anrufen',
      stays: 'Nichts wurde geändert.',
    },
    add: {
      menu: 'Kontakte hinzufügen',
      contacts: 'Aus Listen und Segmenten …',
      file: 'Datei importieren',
      title: campaign => `Kontakte zu ${campaign} hinzufügen`,
      from: 'Kontakte',
      choose: 'Liste oder Segment wählen',
      another: 'Noch eine',
      chosen: 'Gewählte Listen und Segmente',
      leaveOut: name => `${name} weglassen`,
      act: 'Kontakte hinzufügen',
      actCount: n => `${contactsOf(n)} hinzufügen`,
    },
  },
}
