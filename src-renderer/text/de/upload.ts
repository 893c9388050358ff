import type { Texts } from '../texts.ts'

export const upload: Texts['upload'] = {
  tooLarge: {
    what: 'Die Datei ist größer, als dieser Arbeitsbereich annimmt.',
    cure: 'Die Datei in mehrere teilen.',
  },
  diskFull: {
    what: 'Auf dem Laufwerk des Arbeitsbereichs ist kein Platz für diese Datei.',
    cure: 'Dort Platz schaffen, dann erneut senden.',
  },
  signedOut: {
    what: 'Die Datei wurde nicht angenommen: Dieses Fenster ist abgemeldet.',
    cure: 'Den Link öffnen, den die Konsole ausgegeben hat, dann erneut senden.',
  },
  lost: {
    what: 'Die Verbindung brach ab, bevor die ganze Datei angekommen war.',
    cure: 'Es wurde nichts importiert. Erneut senden, wenn die Verbindung wieder steht.',
  },
  calledOff: { what: 'Das Senden wurde abgebrochen.', cure: 'Es wurde nichts importiert.' },
  notTaken: status => ({
    what: `Die Datei wurde nicht angenommen (${status}).`,
    cure: 'Die Ursache steht im Log der Engine. Es wurde nichts importiert.',
  }),
}
