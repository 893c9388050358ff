import type { Phrase } from '../../phrasebook.ts'

/** What happened in a call, what a trunk answers, and what is checked before a launch. */
export const calls: readonly Phrase[] = [
  ['Reserved, rules checked', 'Reserviert, Regeln geprüft'],
  ['attempt {n:count}', 'Versuch {n}'],
  ['INVITE sent', 'INVITE gesendet'],
  ['Ringing', 'Klingelt'],
  ['after {n:decimal} s', 'nach {n} s'],
  ['Answered', 'Angenommen'],
  ['rang {n:decimal} s', '{n} s geklingelt'],
  ['{n:decimal} s', '{n} s'],
  ['Agent speaks', 'Agent spricht'],
  ['interrupted', 'unterbrochen'],
  ['Person spoke', 'Person sprach'],
  ['Key {key} pressed', 'Taste {key} gedrückt'],
  ['Answer: {label}', 'Antwort: {label}'],
  ['Goal achieved', 'Ziel erreicht'],
  ['Goal partly achieved', 'Ziel teilweise erreicht'],
  ['Goal not achieved', 'Ziel nicht erreicht'],
  ['Opted out', 'Widersprochen'],
  ['do-not-call list', 'Sperrliste'],
  ['this campaign', 'diese Kampagne'],
  ['Agent says goodbye', 'Agent verabschiedet sich'],
  ['Interrupted: the program stopped', 'Unterbrochen: Das Programm wurde beendet'],
  ['Ended by the agent', 'Vom Agenten beendet'],
  ['Ended by the person', 'Von der Person beendet'],
  ['Ended by a supervisor', 'Vom Supervisor beendet'],
  ['Ended by the network', 'Vom Netz beendet'],
  ['Ended', 'Beendet'],

  [
    'No legal hours apply at these places; the campaign’s own do',
    'Hier gelten keine gesetzlichen Zeiten, sondern die der Kampagne',
  ],
  [
    'Nobody is called outside the strictest of {n:count} rules about hours',
    'Niemand wird außerhalb der strengsten von {n} Regeln über Zeiten angerufen',
  ],
  [
    'Nobody is called outside the hours that the one rule here allows',
    'Niemand wird außerhalb der Zeiten angerufen, die die eine Regel hier erlaubt',
  ],
  ['Asked the agent not to be called again', 'Will nicht mehr angerufen werden'],
  ['No consent on file', 'Keine Einwilligung hinterlegt'],
  ['Do not call', 'Nicht anrufen'],
  ['Opted out of this campaign', 'Hat dieser Kampagne widersprochen'],
  ['Invalid number', 'Ungültige Rufnummer'],
  ['No number', 'Keine Rufnummer'],
  ['The agent offers a way out of further calls', 'Der Agent bietet an, weiteren Anrufen zu widersprechen'],
  [
    'The agent offers no way out of further calls',
    'Der Agent bietet nicht an, weiteren Anrufen zu widersprechen',
  ],
  [
    'The do-not-call list is applied: it keeps out {whom:said}',
    'Die Sperrliste gilt, hier ausgeschlossen: {whom}',
  ],
  ['nobody here', 'niemand'],
  [
    'The program cannot see whether proof of each consent is kept: confirm that it is',
    'Das Programm kann nicht sehen, ob Nachweise der Einwilligungen aufbewahrt werden: bestätigen, dass es so ist',
  ],
  [
    'Neither law nor campaign asks for consent here',
    'Weder Gesetz noch Kampagne verlangen hier eine Einwilligung',
  ],
  [
    'On file for each of {n:count} contacts who need it',
    'Liegt für jeden der {n} Kontakte vor, die sie brauchen',
  ],
  [
    '{n:count} of {all:count} contacts have no express consent on file and will be skipped',
    '{n} von {all} Kontakten haben keine ausdrückliche Einwilligung und werden übersprungen',
  ],
  [
    '{n:count} of {all:count} contacts have no express written consent on file and will be skipped',
    '{n} von {all} Kontakten haben keine ausdrückliche schriftliche Einwilligung und werden übersprungen',
  ],
  [
    '{abandoned:count} of {answered:count} calls answered by people abandoned in {time:said}, {share} of at most {cap}',
    '{abandoned} von {answered} von Personen angenommenen Anrufen verlassen in {time}, {share} von höchstens {cap}',
  ],
  ['24 hours', '24 Stunden'],

  ['Calls leave from {address}.', 'Anrufe gehen von {address} aus.'],
  [
    '{address} answers SIP after {ms:count} ms ({code}).',
    '{address} antwortet auf SIP nach {ms} ms ({code}).',
  ],
  ['Registered as {user}.', 'Angemeldet als {user}.'],
  ['The address of {host} is known.', 'Die Adresse von {host} ist bekannt.'],
  [
    'The trunk answers, but says that it takes no calls now (503): try again later, or ask the carrier.',
    'Der Trunk antwortet, nimmt aber jetzt keine Anrufe an (503): später erneut versuchen oder den Anbieter fragen.',
  ],
  [
    'Ready for calls. User and password are asked for at the first call only.',
    'Bereit für Anrufe. Benutzer und Passwort werden erst beim ersten Anruf verlangt.',
  ],
  ['Ready for calls.', 'Bereit für Anrufe.'],
  [
    'The trunk did not confirm the registration in time.',
    'Der Trunk hat die Anmeldung nicht rechtzeitig bestätigt.',
  ],
  [
    "The trunk does not know this computer ({code}): enter user and password, or have this computer's address allowed there.",
    'Der Trunk kennt diesen Rechner nicht ({code}): Benutzer und Passwort eintragen oder die Adresse dieses Rechners dort zulassen.',
  ],
  [
    'The trunk refused user "{user}" ({code}): check user and password.',
    'Der Trunk lehnte den Benutzer „{user}“ ab ({code}): Benutzer und Passwort prüfen.',
  ],
  [
    'The name "{host}" leads to no IPv4 address: check how it is written, and whether this computer can reach a name server.',
    'Der Name „{host}“ führt zu keiner IPv4-Adresse: Schreibweise prüfen, und ob dieser Rechner einen Nameserver erreicht.',
  ],
  [
    'There is no way from this computer to {host} ({address}): check the network connection. ({why})',
    'Von diesem Rechner führt kein Weg zu {host} ({address}): Netzverbindung prüfen. ({why})',
  ],
  [
    'The local port {port} is taken by another program: choose another one, or 0 for any free port.',
    'Den lokalen Port {port} belegt ein anderes Programm: einen anderen wählen oder 0 für irgendeinen freien.',
  ],
  [
    'The trunk refused the password ({code}). Check user and password.',
    'Der Trunk lehnte das Passwort ab ({code}). Benutzer und Passwort prüfen.',
  ],
  [
    'The trunk does not let us in ({what}). Check user, password, and the addresses that it allows.',
    'Der Trunk lässt uns nicht ein ({what}). Benutzer, Passwort und die dort zugelassenen Adressen prüfen.',
  ],
  [
    'The trunk does not know the user {user} ({what}). Check the user.',
    'Der Trunk kennt den Benutzer {user} nicht ({what}). Den Benutzer prüfen.',
  ],
  [
    'The trunk wants another time between registrations ({what}). Set a longer one.',
    'Der Trunk will eine andere Zeit zwischen Anmeldungen ({what}). Eine längere einstellen.',
  ],
  [
    'The trunk has a fault of its own ({what}). Trying again.',
    'Der Trunk hat selbst eine Störung ({what}). Wird erneut versucht.',
  ],
  ['The trunk refused the registration ({what}).', 'Der Trunk lehnte die Anmeldung ab ({what}).'],
  [
    'No answer from {peer} within {seconds} s. Check address, port and firewall.',
    'Keine Antwort von {peer} binnen {seconds} s. Adresse, Port und Firewall prüfen.',
  ],
  [
    'Nothing can be sent to {peer}: {why}. Check the network.',
    'An {peer} kann nichts gesendet werden: {why}. Das Netz prüfen.',
  ],

  [
    'Answers, rings and talks as in the latest {n:count} calls of this campaign',
    'Annahme, Klingeln und Gespräche wie in den letzten {n} Anrufen dieser Kampagne',
  ],
  [
    'Answers, rings and talks as in the latest {n:count} calls of this workspace',
    'Annahme, Klingeln und Gespräche wie in den letzten {n} Anrufen dieses Arbeitsbereichs',
  ],
  [
    'Assumed, as this workspace has fewer than {n:count} calls to learn from: {what:said}',
    'Angenommen, weil dieser Arbeitsbereich weniger als {n} Anrufe zum Lernen hat: {what}',
  ],
  ['{n} % {result:said}', '{n} % {result}'],
  ['asking not to be called again', 'mit Widerspruch'],
  ['answered', 'angenommen'],
  ['no_conversation', 'kein Gespräch'],
  ['no_answer', 'nicht erreicht'],
  ['failed', 'fehlgeschlagen'],
  ['voicemail', 'Mailbox'],
  ['busy', 'besetzt'],
  ['rejected', 'abgelehnt'],
  ['invalid', 'ungültig'],
  ['fax', 'Fax'],
  ['abandoned', 'verlassen'],
]
