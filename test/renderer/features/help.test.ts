import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readArticles } from '../../../resources/dev/interface-files.mjs'
import { type Article, articleFor, findArticles } from '../../../src-renderer/features/help/articles.ts'
import { pages } from '../../e2e/pages.ts'

const articles: readonly Article[] = readArticles(
  resolve(import.meta.dirname, '..', '..', '..', 'resources', 'help', 'en'),
)
const ids = articles.map(({ id }) => id)

test('each article has a title, a text and an id of its own', () => {
  expect(articles.length).toBeGreaterThanOrEqual(12)
  expect(new Set(ids).size).toBe(ids.length)
  for (const { title, text } of articles) {
    expect(title.length).toBeGreaterThan(2)
    expect(text.length).toBeGreaterThan(200)
  }
})

test('every page has an article, and it exists', () => {
  for (const path of Object.values(pages)) {
    const [pathname = ''] = path.split('?')
    expect(ids, path).toContain(articleFor(pathname))
  }
})

test('search wants every word, and puts titles first', () => {
  expect(findArticles(articles, 'backup')[0]?.id).toBe('backups')
  expect(findArticles(articles, 'spam sc')[0]?.id).toBe('numbers')
  expect(findArticles(articles, 'backup zebra')).toEqual([])
  expect(findArticles(articles, '  ')).toHaveLength(articles.length)
})
