import type { CampaignFigures } from '../../../src-main/contract/campaigns.ts'

export const figures = {
  contacted: 'Kontakte mit mindestens einem Versuch, der zum Trunk ging.',
  remaining: 'Kontakte, die warten: offen, eingereiht oder auf einen weiteren Versuch.',
  finished: 'Kontakte mit endgültigem Status.',
  ended: 'Anrufe, die zu einem Trunk gingen und beendet sind, gleich mit welchem Ergebnis.',
  callsLastHour: 'Anrufe, die in den letzten 60 Minuten begannen, und wie viele erlaubt sind.',
  conversations: 'Anrufe, bei denen eine Person abhob und ein Gespräch zustande kam.',
  talkMs: 'Summe der Gesprächszeit angenommener Anrufe.',
  goalsAchieved: 'Anrufe, in denen das Hauptziel erreicht wurde.',
  optOuts: 'Anrufe, in denen die Person nicht mehr angerufen werden wollte.',
  completion: 'Kontakte mit endgültigem Status / alle Kontakte.',
  averageTalkMs: 'Gesprächszeit / angenommene Anrufe.',
  answerRate: 'Angenommene Anrufe / beendete Anrufe; unterbrochene ausgenommen.',
  humanAnswerRate: 'Anrufe mit dem Ergebnis Angenommen / beendete Anrufe.',
  machineRate: 'Anrufe, die eine Mailbox annahm / beendete Anrufe.',
  noAnswerRate: 'Anrufe, die niemand annahm / beendete Anrufe.',
  busyRate: 'Anrufe zu einem besetzten Anschluss / beendete Anrufe.',
  rejectionRate: 'Abgelehnte Anrufe / beendete Anrufe.',
  invalidRate: 'Anrufe zu Rufnummern, die es nicht gibt / beendete Anrufe.',
  failureRate: 'Anrufe, die am Trunk oder im System fehlschlugen / beendete Anrufe.',
  otherRate: 'Anrufe mit anderem Ende / beendete Anrufe.',
  successRate: 'Abgeschlossene Kontakte / Kontakte mit endgültigem Status außer übersprungenen.',
  conversionRate:
    'Kontakte mit erreichtem Hauptziel / Kontakte mit mindestens einem Gespräch mit einer Person (Conversion).',
} satisfies Readonly<Record<keyof CampaignFigures, string>>
