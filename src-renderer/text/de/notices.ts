import type { Texts } from '../texts.ts'

export const notices: Texts['notices'] = {
  title: 'Meldungen',
  fact: unread =>
    unread === 0 ? 'nichts wartet' : unread === 1 ? '1 ist ungelesen' : `${unread} sind ungelesen`,
  all: 'Alle',
  unread: 'Ungelesen',
  readAll: 'Alle als gelesen markieren',
  read: 'Als gelesen markieren',
  notRead: 'Die Meldung bleibt ungelesen.',
  open: { campaign: 'Kampagne ansehen', other: 'Ansehen' },
  more: 'Frühere',
  failed: 'Die Meldungen konnten nicht geladen werden',
  empty: 'Noch ist nichts geschehen',
  emptySentence:
    'Wenn eine Kampagne sich selbst pausiert oder ein Trunk ausfällt, steht es hier mit Ursache und nächstem Schritt.',
  noneUnread: 'Alles ist gelesen',
  noneUnreadSentence: 'Was früher geschah, steht unter „Alle“.',
}
