import type { Texts } from '../texts.ts'

export const callHere: Texts['callHere'] = {
  act: 'Hier anrufen',
  title: 'Probeanruf',
  close: 'Probeanruf schließen',
  fact: 'Der Agent spricht wie bei jedem Anruf, aber nur mit diesem Fenster: Keine Leitung und keine Rufnummer wird benutzt, niemand sonst wird angerufen, und nichts zählt. Kein Kontakt, keine Zahlen, kein Eintrag in der Sperrliste.',
  which: 'Was angerufen wird',
  version: version => `Version ${version}`,
  draft: 'Entwurf',
  asDrawn: 'Der Entwurf, wie er zu Beginn des Anrufs gezeichnet ist.',
  microphone: 'Mit dem Mikrofon sprechen',
  microphoneHelp: 'Ohne Mikrofon hört der Agent Stille. Tasten wirken in jedem Fall.',
  microphoneIs: {
    off: 'Mikrofon aus',
    asking: 'fragt nach dem Mikrofon',
    on: 'Mikrofon an',
    refused: 'hier kein Mikrofon',
  },
  you: 'Sie',
  ownLevel: 'Pegel Ihres Mikrofons',
  call: 'Anrufen',
  again: 'Erneut anrufen',
  hangUp: 'Auflegen',
  preparing: (done, total) =>
    total === 0 ? 'Wird vorbereitet' : `Texte werden gesprochen: ${done} von ${total}`,
  talking: 'Im Gespräch',
  over: { agent: 'Der Agent hat aufgelegt', person: 'Sie haben aufgelegt' },
  broken: 'Der Anruf ist abgebrochen',
  trouble: why => `${why} Erneut anrufen oder als Text ausprobieren.`,
  notCalled: 'Es wurde nicht angerufen.',
}
