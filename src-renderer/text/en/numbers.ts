import { count } from '../../format/number.ts'

export const numbers = {
  title: 'Numbers',
  fact: (n: number) => (n === 1 ? '1 number' : `${count(n)} numbers`),
  add: 'Add number',
  remove: 'Remove',
  removeNamed: (number: string) => `Remove ${number}`,
  columns: {
    campaigns: 'Campaigns',
  },
  failed: 'The numbers could not be loaded',
  empty: 'No number yet',
  emptySentence: 'A number is what the called person sees. A campaign needs at least one of yours.',
  form: {
    title: 'Add a number',
    number: 'Number',
    numberHelp: 'As your carrier gave it to you, with or without country code.',
    country: 'Country of numbers without a code',
    name: 'Name',
    nameHelp: 'For you only, such as the town or the desk.',
    numberMissing: 'Type the number.',
    notSaved: 'The number was not saved.',
    add: 'Add number',
  },
  removing: {
    title: (number: string) => `Remove ${number}`,
    lost: (number: string) => `${number} will not be shown any more. Its calls stay for reports.`,
    act: 'Remove number',
    keep: 'Keep it',
    done: (number: string) => `${number} is removed`,
  },
}
