import type { Phrase } from '../../../phrasebook.ts'

/** Refused by agents, their flows and what is imported for them. */
export const agents: readonly Phrase[] = [
  ['Version {version:count} says the same already.', 'Version {version} sagt schon dasselbe.'],
  ['Change the draft first.', 'Erst den Entwurf ändern.'],
  [
    '“{name}” is the agent of the campaign “{campaign}”.',
    '„{name}“ ist der Agent der Kampagne „{campaign}“.',
  ],
  [
    '“{name}” is the agent of {n:count} campaigns, “{campaign}” among them.',
    '„{name}“ ist der Agent von {n} Kampagnen, darunter „{campaign}“.',
  ],
  [
    'Give them another agent first, or switch this one off.',
    'Erst einen anderen Agenten geben, oder diesen ausschalten.',
  ],
  ['The flow has 1 error. Nothing was published.', 'Der Ablauf hat 1 Fehler. Nichts wurde veröffentlicht.'],
  [
    'The flow has {n:count} errors. Nothing was published.',
    'Der Ablauf hat {n} Fehler. Nichts wurde veröffentlicht.',
  ],
  [
    'Each stands at its step. Mend them, then publish.',
    'Jeder steht an seinem Schritt. Beheben, dann veröffentlichen.',
  ],
  ['This is not a flow: {why}.', 'Das ist kein Ablauf: {why}.'],
  ['This is not a campaign’s configuration: {why}.', 'Das ist keine Konfiguration einer Kampagne: {why}.'],
  [
    'This is not the configuration of a workspace: {why}.',
    'Das ist keine Konfiguration eines Arbeitsbereichs: {why}.',
  ],
  [
    'Choose a file that was exported here, or mend it at that place.',
    'Eine hier exportierte Datei wählen oder sie an dieser Stelle berichtigen.',
  ],
  ['Mend the flow where it came from.', 'Den Ablauf dort berichtigen, wo er herkam.'],
]
