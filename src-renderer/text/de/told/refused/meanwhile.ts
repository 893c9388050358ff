import type { Phrase } from '../../../phrasebook.ts'

/** Somebody else saved the same in another window. */
export const meanwhile: readonly Phrase[] = [
  [
    'Look at what they changed, choose, and save again.',
    'Die fremden Änderungen ansehen, wählen und erneut speichern.',
  ],
  ['Look at what differs, choose, and save again.', 'Die Unterschiede ansehen, wählen und erneut speichern.'],
  [
    'Somebody else chose numbers for this agent in the meantime. Nothing of yours was saved yet.',
    'Jemand anderes hat inzwischen Rufnummern für diesen Agenten gewählt. Von hier wurde noch nichts gespeichert.',
  ],
  [
    'Somebody else saved this goal in the meantime. Nothing of yours was saved yet.',
    'Jemand anderes hat dieses Ziel inzwischen gespeichert. Von hier wurde noch nichts gespeichert.',
  ],
  [
    'Somebody else saved this list in the meantime. Nothing of yours was saved yet.',
    'Jemand anderes hat diese Liste inzwischen gespeichert. Von hier wurde noch nichts gespeichert.',
  ],
  [
    'Somebody else saved this question in the meantime. Nothing of yours was saved yet.',
    'Jemand anderes hat diese Frage inzwischen gespeichert. Von hier wurde noch nichts gespeichert.',
  ],
  [
    'Somebody else saved rates or balance in the meantime. Nothing of yours was saved yet.',
    'Jemand anderes hat Tarife oder Guthaben inzwischen gespeichert. Von hier wurde noch nichts gespeichert.',
  ],
  [
    'Somebody else saved these settings in the meantime. Nothing of yours was saved yet.',
    'Jemand anderes hat diese Einstellungen inzwischen gespeichert. Von hier wurde noch nichts gespeichert.',
  ],
  [
    'Somebody else saved this trunk in the meantime. Nothing of yours was saved yet.',
    'Jemand anderes hat diesen Trunk inzwischen gespeichert. Von hier wurde noch nichts gespeichert.',
  ],
  [
    'Look at what differs, and take theirs or keep yours.',
    'Die Unterschiede ansehen und die fremde oder die eigene Fassung nehmen.',
  ],
  [
    'Somebody else saved this campaign in the meantime. Nothing of yours was saved yet.',
    'Jemand anderes hat diese Kampagne inzwischen gespeichert. Von hier wurde noch nichts gespeichert.',
  ],
  [
    'Somebody else saved this agent in the meantime. Nothing of yours was saved yet.',
    'Jemand anderes hat diesen Agenten inzwischen gespeichert. Von hier wurde noch nichts gespeichert.',
  ],
  [
    'Somebody else saved these hours in the meantime. Nothing of yours was saved yet.',
    'Jemand anderes hat diese Zeiten inzwischen gespeichert. Von hier wurde noch nichts gespeichert.',
  ],
  [
    'Somebody else saved this segment in the meantime. Nothing of yours was saved yet.',
    'Jemand anderes hat dieses Segment inzwischen gespeichert. Von hier wurde noch nichts gespeichert.',
  ],
  [
    'Somebody else changed this contact in the meantime. Nothing of yours was saved yet.',
    'Jemand anderes hat diesen Kontakt inzwischen geändert. Von hier wurde noch nichts gespeichert.',
  ],
]
