import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readArticles } from '../../../resources/dev/interface-files.mjs'
import { type Article, articleFor, findArticles } from '../../../src-renderer/features/help/articles.ts'
import { languages } from '../../../src-renderer/text/language.ts'
import { pages } from '../../e2e/pages.ts'

const folder = resolve(import.meta.dirname, '..', '..', '..', 'resources', 'help')
const articlesIn = (language: string): readonly Article[] => readArticles(resolve(folder, language))
const english = articlesIn('en')
const german = articlesIn('de')

describe.each(languages)('in “%s”', language => {
  const articles = articlesIn(language)
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
})

/** Headings, points and commands of an article, which no language may leave out. */
const frameOf = ({ text }: Article) => ({
  headings: text.match(/^## /gm)?.length ?? 0,
  points: text.match(/^(?:-|\d\.) /gm)?.length ?? 0,
  commands: text.match(/`trunkline [a-z]+/g) ?? [],
})

test('desktop.md “English, German to start with”: each article is there in German, whole and in other words', () => {
  expect(german.map(({ id }) => id)).toEqual(english.map(({ id }) => id))
  for (const [at, article] of german.entries()) {
    const original = english[at] as Article
    expect(frameOf(article), article.id).toEqual(frameOf(original))
    expect(article.text).not.toBe(original.text)
  }
})

test('search wants every word, and puts titles first', () => {
  expect(findArticles(english, 'backup')[0]?.id).toBe('backups')
  expect(findArticles(english, 'spam sc')[0]?.id).toBe('numbers')
  expect(findArticles(english, 'backup zebra')).toEqual([])
  expect(findArticles(english, '  ')).toHaveLength(english.length)
})

test('search finds a German word within a joined one, with its umlaut', () => {
  expect(findArticles(german, 'sicherung')[0]?.id).toBe('backups')
  expect(findArticles(german, 'nummern')[0]?.id).toBe('numbers')
  expect(findArticles(german, 'ABLÄUFE')[0]?.id).toBe('agents')
  expect(findArticles(german, 'sicherung zebra')).toEqual([])
})
