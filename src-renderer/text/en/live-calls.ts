import { count } from '../../format/number.ts'

export const liveCalls = {
  title: 'Live calls',
  fact: (n: number, most: number) => `${count(n)} of ${count(most)}`,
  columns: {
    state: 'State',
    name: 'Name',
    number: 'Number',
    since: 'Since',
    level: 'Level',
    words: 'Last words',
    campaign: 'Campaign',
  },
  failed: 'The calls that go on could not be loaded',
  empty: 'No call is up now',
  emptySentence: 'Calls appear here as soon as a campaign dials them, and leave when they end.',
  keys: { listen: 'listen', hangUp: 'hang up, asks once' },
  foot: (n: number) => (n === 1 ? '1 call' : `${count(n)} calls`),
}
