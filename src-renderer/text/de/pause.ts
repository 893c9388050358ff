import type { Texts } from '../texts.ts'

const reasons: Texts['pause']['reasons'] = {
  insufficient_balance: {
    rule: 'das Guthaben des Trunks muss für die laufenden Anrufe und einen weiteren reichen',
    next: 'aufladen, neues Guthaben eintragen, dann fortsetzen',
    gone: 'wenn das Guthaben wieder reicht',
    cause: 'Guthaben eintragen',
  },
  budget_reached: {
    rule: 'ihr Budget ist verbraucht',
    next: 'Budget erhöhen und fortsetzen oder beenden',
    gone: 'wenn das Budget wieder reicht',
    cause: 'Budget ändern',
  },
  system_limit: {
    rule: 'dieser Rechner ist an seiner Grenze',
    next: 'freigeben, was knapp ist, dann fortsetzen',
    gone: 'wenn der Rechner wieder Reserven hat',
    cause: '',
  },
  provider_error: {
    rule: 'zu viele ihrer letzten Anrufe scheiterten am Trunk, oder der Trunk ist nicht erreichbar',
    next: 'Trunk ansehen, dann fortsetzen',
    gone: 'wenn der Trunk wieder nutzbar ist',
    cause: 'Trunk ansehen',
  },
  numbers_exhausted: {
    rule: 'länger, als sie warten darf, war keine Rufnummer frei',
    next: 'eine Rufnummer einschalten oder hinzufügen, dann fortsetzen',
    gone: 'wenn wieder eine Rufnummer frei ist',
    cause: 'Rufnummern ansehen',
  },
  abandon_rate: {
    rule: 'die gesetzliche Grenze für verlassene Anrufe ist nah',
    next: 'weniger gleichzeitige Anrufe einstellen und fortsetzen, wenn der Anteil gesunken ist',
    gone: 'wenn der Anteil gesunken ist',
    cause: 'Taktung ändern',
  },
  end_reached: {
    rule: 'das Ende ihres Zeitplans',
    next: 'Ende verschieben und fortsetzen oder beenden',
    gone: 'wenn ihr Ende wieder in der Zukunft liegt',
    cause: 'Zeitplan ändern',
  },
  not_ready: {
    rule: 'sie war zu ihrem Beginn nicht bereit',
    next: 'ergänzen, was fehlt, dann fortsetzen',
    gone: 'wenn nichts mehr fehlt',
    cause: 'Einstellungen öffnen',
  },
  test_finished: {
    rule: 'sie wurde mit einem Test gestartet',
    next: 'mit der Prognose vergleichen, dann fortsetzen, um die übrigen anzurufen',
    gone: '',
    cause: 'Anrufe des Tests ansehen',
  },
}

/** Words about campaigns that paused themselves: rule, figure, next step. */
export const pause: Texts['pause'] = {
  reasons,
  paused: (name, when) => `${name} hat sich selbst pausiert, ${when}`,
  tested: (name, when) => `${name} hat den Test beendet, ${when}`,
  itself: when => `Hat sich selbst pausiert, ${when}`,
  testedItself: when => `Test beendet, ${when}`,
  rule: 'Regel',
  next: 'Weiter',
  resumes: gone => `Läuft von selbst weiter, ${gone}.`,
  open: 'Kampagne ansehen',
  test: {
    title: 'Test neben Prognose',
    fact: contacts => `${contacts} Kontakte angerufen, verglichen mit der Erwartung für die übrigen`,
    columns: { figure: 'Kennzahl', test: 'Im Test', forecast: 'Prognose' },
    reached: 'Erreichte Personen',
    cost: 'Kosten je Kontakt',
    callsEach: 'Anrufe je Kontakt',
    noRates: 'keine Tarife hinterlegt',
  },
}
