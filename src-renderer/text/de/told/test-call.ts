import type { Phrase } from '../../phrasebook.ts'

/** What a test call has shown. */
export const testCall: readonly Phrase[] = [
  ['Answered after {n:count} s.', 'Nach {n} s angenommen.'],
  ['You hung up', 'Sie haben aufgelegt'],
  ['The window was left', 'Das Fenster wurde verlassen'],
  ['“Pause everything” ended the call', '„Alles pausieren“ hat den Anruf beendet'],
  ['The program was closed', 'Das Programm wurde geschlossen'],
  ['The call was ended from here', 'Der Anruf wurde von hier beendet'],
  ['{who:said} before the call left.', '{who}, bevor der Anruf hinausging.'],
  ['{who:said} before anybody answered.', '{who}, bevor jemand abnahm.'],
  [
    'The program ended during the call, and the next start hung it up.',
    'Das Programm endete während des Anrufs, und der nächste Start hat aufgelegt.',
  ],
  [
    'Nothing listens on UDP port {port} of {host}: check the port there, and that it speaks SIP over UDP.',
    'An UDP-Port {port} von {host} nimmt nichts an: den Port dort prüfen, und ob dort SIP über UDP gesprochen wird.',
  ],
  [
    'Nothing could be sent to the trunk any more: check the network, then test again.',
    'An den Trunk konnte nichts mehr gesendet werden: das Netz prüfen, dann erneut testen.',
  ],
  [
    'The line was closed while the call went on: test again.',
    'Die Leitung wurde während des Anrufs geschlossen: erneut testen.',
  ],
  [
    'The trunk answers the test, but not the call: ask the carrier whether this computer may call, and look at the firewall.',
    'Der Trunk antwortet auf den Test, aber nicht auf den Anruf: den Anbieter fragen, ob dieser Rechner anrufen darf, und die Firewall prüfen.',
  ],
  [
    'It rang, and nobody answered within {n:count} s: answer it, or call another telephone.',
    'Es klingelte, und niemand nahm binnen {n} s ab: abnehmen oder ein anderes Telefon anrufen.',
  ],
  [
    'The trunk took the call, but nothing rang within {n:count} s: ask the carrier where such calls go.',
    'Der Trunk nahm den Anruf an, aber binnen {n} s klingelte nichts: den Anbieter fragen, wohin solche Anrufe gehen.',
  ],
  [
    'One of the two numbers cannot be written for this trunk.',
    'Eine der beiden Rufnummern lässt sich für diesen Trunk nicht schreiben.',
  ],
  ['The sentence cannot be spoken: {why:said}', 'Der Satz kann nicht gesprochen werden: {why}'],

  [
    'The trunk takes none of our codecs ({code}): allow G.711 A-law (PCMA) or µ-law (PCMU) for this account, without encryption.',
    'Der Trunk nimmt keinen unserer Codecs ({code}): für diesen Zugang G.711 A-law (PCMA) oder µ-law (PCMU) ohne Verschlüsselung zulassen.',
  ],
  [
    'The trunk refused user and password for the call ({code}): check both.',
    'Der Trunk lehnte Benutzer und Passwort für den Anruf ab ({code}): beides prüfen.',
  ],
  [
    'The call was refused after it rang (403): call another telephone.',
    'Der Anruf wurde nach dem Klingeln abgewiesen (403): ein anderes Telefon anrufen.',
  ],
  [
    'The trunk forbids this call (403): ask the carrier whether this account may call there, and which caller numbers it may show.',
    'Der Trunk verbietet diesen Anruf (403): den Anbieter fragen, ob dieser Zugang dorthin anrufen und welche Absendernummern er zeigen darf.',
  ],
  [
    'The trunk says that this number does not exist ({code}): check it, and how the trunk wants numbers written.',
    'Der Trunk sagt, dass es diese Rufnummer nicht gibt ({code}): sie prüfen, und wie der Trunk Rufnummern geschrieben haben will.',
  ],
  [
    'The number is incomplete for the trunk (484): check it, and how the trunk wants numbers written.',
    'Die Rufnummer ist für den Trunk unvollständig (484): sie prüfen, und wie der Trunk Rufnummern geschrieben haben will.',
  ],
  [
    'The telephone cannot be reached ({code}): it is switched off or does not answer. Call another one.',
    'Das Telefon ist nicht erreichbar ({code}): Es ist ausgeschaltet oder niemand nimmt ab. Ein anderes anrufen.',
  ],
  [
    'The line is busy ({code}), so the trunk carries calls: try again later, or call another telephone.',
    'Der Anschluss ist besetzt ({code}), der Trunk trägt also Anrufe: später erneut versuchen oder ein anderes Telefon anrufen.',
  ],
  [
    'The call was declined ({code}): call another telephone, or show another caller number.',
    'Der Anruf wurde abgelehnt ({code}): ein anderes Telefon anrufen oder eine andere Absendernummer zeigen.',
  ],
  [
    'The trunk takes no calls now (503): its channels may be full. Try again later, or ask the carrier.',
    'Der Trunk nimmt jetzt keine Anrufe an (503): Seine Kanäle können belegt sein. Später erneut versuchen oder den Anbieter fragen.',
  ],
  [
    'The network has a fault or no room ({code}): try again later, or ask the carrier.',
    'Das Netz hat eine Störung oder keinen Platz ({code}): später erneut versuchen oder den Anbieter fragen.',
  ],
  [
    'The trunk ended the call with {code} ({reason}): ask the carrier what it means.',
    'Der Trunk beendete den Anruf mit {code} ({reason}): den Anbieter fragen, was das heißt.',
  ],

  [
    '{codec} was agreed on, keys as telephone-event.',
    '{codec} wurde vereinbart, Tasten als telephone-event.',
  ],
  [
    '{codec} was agreed on, without telephone-event: keys may not arrive.',
    '{codec} wurde vereinbart, ohne telephone-event: Tasten kommen vielleicht nicht an.',
  ],
  ['No sound was agreed on: {why:said}', 'Über den Ton kam keine Einigung zustande: {why}'],
  [
    'The answer carries no description of its media (SDP).',
    'Die Antwort enthält keine Beschreibung ihrer Medien (SDP).',
  ],
  ['The other side offers no audio.', 'Die Gegenseite bietet keinen Ton an.'],
  [
    'The other side has switched its audio off (port 0).',
    'Die Gegenseite hat ihren Ton abgeschaltet (Port 0).',
  ],
  [
    'The other side wants {protocol}; only RTP/AVP is spoken here.',
    'Die Gegenseite will {protocol}; hier wird nur RTP/AVP gesprochen.',
  ],
  [
    'The other side speaks neither G.711 A-law (PCMA) nor µ-law (PCMU).',
    'Die Gegenseite spricht weder G.711 A-law (PCMA) noch µ-law (PCMU).',
  ],
  ['The other side gives no address for its audio.', 'Die Gegenseite nennt keine Adresse für ihren Ton.'],

  ['The sound could not be measured: test again.', 'Der Ton konnte nicht gemessen werden: erneut testen.'],
  [
    'They hear us, but no sound comes back ({n:count} packets out, 0 in): one-way audio, usually by a firewall or NAT. Let the UDP ports of sound through to this computer; this call had {port}.',
    'Dort ist etwas zu hören, aber kein Ton kommt zurück ({n} Pakete hinaus, 0 herein): Ton nur in einer Richtung, meist durch Firewall oder NAT. Die UDP-Ports des Tons zu diesem Rechner durchlassen; dieser Anruf hatte {port}.',
  ],
  [
    'No sound comes back ({n:count} packets out, 0 in): one-way audio, usually by a firewall or NAT. Let the UDP ports of sound through to this computer; this call had {port}.',
    'Kein Ton kommt zurück ({n} Pakete hinaus, 0 herein): Ton nur in einer Richtung, meist durch Firewall oder NAT. Die UDP-Ports des Tons zu diesem Rechner durchlassen; dieser Anruf hatte {port}.',
  ],
  [
    'Key {key} was pressed: sound goes both ways ({sent:count} packets out, {received:count} in).',
    'Taste {key} wurde gedrückt: Der Ton geht in beide Richtungen ({sent} Pakete hinaus, {received} herein).',
  ],
  [
    'Sound comes back ({n:count} packets). {who:said} before a key was pressed.',
    'Ton kommt zurück ({n} Pakete). {who}, bevor eine Taste gedrückt wurde.',
  ],
  [
    'Sound comes back ({n:count} packets), but they hung up without pressing a key: call again, and press 1.',
    'Ton kommt zurück ({n} Pakete), aber dort wurde aufgelegt, ohne eine Taste zu drücken: erneut anrufen und die 1 drücken.',
  ],
  [
    'Sound comes back ({n:count} packets), but no key was pressed: they did not hear the sentence or did not press, or the trunk passes no keys.',
    'Ton kommt zurück ({n} Pakete), aber keine Taste wurde gedrückt: Der Satz war nicht zu hören, niemand drückte, oder der Trunk gibt keine Tasten weiter.',
  ],
]
