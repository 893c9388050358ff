import { count } from '../../format/number.ts'

export const help = {
  title: 'Help',
  open: 'Help for this page',
  search: 'Search the help',
  all: 'All articles',
  back: 'All articles',
  none: 'No article has these words.',
  found: (n: number) => (n === 1 ? '1 article' : `${count(n)} articles`),
  failed: 'The help could not be loaded',
  keys: 'All keys',
}
