export interface Article {
  /** Name of its file: `first-steps`. */
  readonly id: string
  readonly title: string
  /** Markdown, without the title. */
  readonly text: string
}

const wordsIn = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

const inTitle = 10

/** Articles that have every word, or one that begins with it or has it within; those with it in the title first, then by how often. */
export function findArticles(articles: readonly Article[], search: string): readonly Article[] {
  const wanted = wordsIn(search)
  if (wanted.length === 0) return articles
  return articles
    .map(article => ({ article, score: scoreOf(article, wanted) }))
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score)
    .map(({ article }) => article)
}

/** 0: a word is missing. */
function scoreOf({ title, text }: Article, wanted: readonly string[]): number {
  const inside = wordsIn(text)
  const above = wordsIn(title)
  let score = 0
  for (const word of wanted) {
    const hits = hitsIn(above, word) * inTitle + hitsIn(inside, word)
    if (hits === 0) return 0
    score += hits
  }
  return score
}

/** “Nummer” shall find “Rufnummern”: German joins words. Shorter pieces stand in the middle of too many words. */
const shortestWithin = 4

const hitsIn = (words: readonly string[], wanted: string): number =>
  words.filter(word => (wanted.length < shortestWithin ? word.startsWith(wanted) : word.includes(wanted)))
    .length

const first = 'first-steps'

/** Pages, and the article that helps there; the longest path that fits counts. */
const pages: Readonly<Record<string, string>> = {
  '/live': 'pacing',
  '/wallboard': 'pacing',
  '/notifications': 'notifications',
  '/activity': 'activity',
  '/campaigns': 'moves',
  '/campaigns/new': 'schedule',
  '/contacts': 'contacts-import',
  '/contacts/import': 'contacts-import',
  '/contacts/do-not-call': 'do-not-call',
  '/agents': 'agents',
  '/numbers': 'numbers',
  '/trunks': 'trunk',
  '/business-hours': 'schedule',
  '/compliance': 'compliance',
  '/calls': 'why-not-now',
  '/analytics': 'analytics',
  '/settings': 'backups',
  '/settings/workspace': 'pacing',
  '/settings/notifications': 'notifications',
  '/settings/appearance': 'shortcuts',
  '/settings/speech': 'agents',
  '/settings/about': first,
  '/settings/log': 'why-not-now',
}
/** Tabs of one campaign. */
const tabs: Readonly<Record<string, string>> = {
  contacts: 'why-not-now',
  calls: 'retries',
  numbers: 'numbers',
  settings: 'pacing',
  analytics: 'analytics',
  report: 'analytics',
}

/** The article for an address; where none is about it, the one to begin with. */
export function articleFor(path: string): string {
  const [, tab] = /^\/campaigns\/\d+(?:\/(\w+))?/.exec(path) ?? []
  if (tab !== undefined && tabs[tab] !== undefined) return tabs[tab]
  if (/^\/campaigns\/\d+/.test(path)) return 'pacing'
  const parts = path.split('/').filter(Boolean)
  for (let length = parts.length; length > 0; length--) {
    const found = pages[`/${parts.slice(0, length).join('/')}`]
    if (found !== undefined) return found
  }
  return first
}
