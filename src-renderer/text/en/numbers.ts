import { numbers as numbersOf } from './amounts.ts'

export const numbers = {
  title: 'Numbers',
  fact: numbersOf,
  add: 'Add number',
  remove: 'Delete',
  removeNamed: (number: string) => `Delete ${number}`,
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
    title: (number: string) => `Delete ${number}`,
    lost: (number: string) => `${number} will not be shown any more. Its calls stay for reports.`,
    act: 'Delete number',
    keep: 'Keep it',
    done: (number: string) => `${number} was deleted`,
  },
}
