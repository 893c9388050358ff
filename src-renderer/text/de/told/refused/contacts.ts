import type { Phrase } from '../../../phrasebook.ts'

/** Refused by contacts, their numbers and the do-not-call list. */
export const contacts: readonly Phrase[] = [
  ['{number} belongs to another contact already.', '{number} gehört schon zu einem anderen Kontakt.'],
  ['{number} belongs to “{name}” already.', '{number} gehört schon zu „{name}“.'],
  [
    'Open that contact, or merge the two. Nothing was changed.',
    'Diesen Kontakt öffnen oder beide zusammenführen. Nichts wurde geändert.',
  ],
  ['A call to this contact is going on.', 'Ein Anruf bei diesem Kontakt läuft gerade.'],
  ['A call to “{name}” is going on.', 'Ein Anruf bei „{name}“ läuft gerade.'],
  [
    'Wait until it is over, then save again. Nothing was changed.',
    'Warten, bis er vorbei ist, dann erneut speichern. Nichts wurde geändert.',
  ],
  ['It has neither a name nor a number.', 'Name und Rufnummer fehlen beide.'],
  ['Give one.', 'Eines davon angeben.'],
  ['That is one contact already.', 'Das ist schon derselbe Kontakt.'],
  ['This consent was withdrawn before.', 'Diese Einwilligung wurde schon widerrufen.'],
  ['It cannot have been given in the future.', 'Sie kann nicht in der Zukunft erteilt worden sein.'],
  ['It ends before it begins.', 'Sie endet vor ihrem Beginn.'],
  ['Correct the date. Nothing was changed.', 'Das Datum berichtigen. Nichts wurde geändert.'],
  ['there is no country “{country}”', 'das Land „{country}“ gibt es nicht'],
  ['there is no time zone “{zone}”', 'die Zeitzone „{zone}“ gibt es nicht'],
  ['“{tag}” is no language code such as de or en-GB', '„{tag}“ ist kein Sprachkürzel wie de oder en-GB'],
  ['There is no country “{country}”.', 'Das Land „{country}“ gibt es nicht.'],
  ['This number cannot be called: {why:said}.', 'Diese Rufnummer kann nicht angerufen werden: {why}.'],
  ['This cannot be a caller ID: {why:said}.', 'Das kann keine Absendernummer sein: {why}.'],
  ['no number', 'keine Rufnummer'],
  ['“{written}” is not a telephone number', '„{written}“ ist keine Rufnummer'],
  [
    '“{written}” is no number that exists in {country}',
    '„{written}“ ist keine Rufnummer, die es in {country} gibt',
  ],
  ['“{written}” is {kind:said}, which is never called', '„{written}“ ist {kind} und wird nie angerufen'],
  ['a premium-rate number', 'ein Mehrwertdienst'],
  ['a shared-cost number', 'eine Rufnummer mit geteilten Kosten'],
  ['a company-wide access number', 'eine Firmenrufnummer'],
  ['a pager', 'ein Funkruf'],
  ['a voicemail access number', 'ein Mailbox-Zugang'],
  ['a satellite telephone', 'ein Satellitentelefon'],
  ['a short number, as emergency services have', 'eine Kurzwahl, wie Notrufe sie haben'],
  [
    'an emergency or service number behind an area code',
    'eine Notruf- oder Dienstnummer hinter einer Ortsvorwahl',
  ],
  [
    'Write it with its country code, such as +49 30 23125 000.',
    'Mit Ländervorwahl schreiben, etwa +49 30 23125 000.',
  ],
  ['That time is over.', 'Diese Zeit ist vorbei.'],
  ['{what} is not blocked.', '{what} ist nicht gesperrt.'],
  ['Write it as +49 900.', 'Als +49 900 schreiben.'],
  [
    '“{value}” does not begin like a number with its country code.',
    '„{value}“ beginnt nicht wie eine Rufnummer mit Ländervorwahl.',
  ],
]
