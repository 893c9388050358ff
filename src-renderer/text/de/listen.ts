import type { Texts } from '../texts.ts'

export const listen: Texts['listen'] = {
  act: 'Mithören',
  actOf: name => `${name} mithören`,
  stop: 'Mithören beenden',
  stopOf: name => `Mithören bei ${name} beenden`,
  later: 'Hörbar, sobald jemand abgehoben hat',
  strip: 'Mithören',
  joining: 'Verbinden mit dem Anruf mit',
  hearing: 'Zu hören:',
  since: 'Mithören seit',
  caller: 'Angerufene Person',
  agent: 'Agent',
  levelOfCall: name => `Pegel des Gesprächs mit ${name}`,
  levelOf: side => `Pegel: ${side}`,
  unheard: 'Niemand im Gespräch hört oder erfährt davon.',
  over: name => `Der Anruf mit ${name} ist beendet`,
  notHeard: name => `Der Anruf mit ${name} geht ungehört weiter.`,
  noSound: {
    what: 'Dieser Browser gibt keinen Ton aus.',
    cure: 'Prüfen, ob ein Lautsprecher oder Headset angeschlossen ist und diese Seite Ton abspielen darf, dann erneut mithören.',
  },
}
