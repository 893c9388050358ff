import { Button, Drawer } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { fetchBuilt } from '../../api/built-files.ts'
import { openDialog } from '../../app/open.ts'
import { language } from '../../text/language.ts'
import { text } from '../../text/text.ts'
import { ErrorPanel } from '../../ui/ErrorPanel.tsx'
import { Markdown } from '../../ui/Markdown.tsx'
import { SearchBox } from '../../ui/SearchBox.tsx'
import { SkeletonRows } from '../../ui/Skeleton.tsx'
import { type Article, findArticles } from './articles.ts'
import classes from './HelpPanel.module.css'
import { useHelp } from './use-help.ts'

const words = text.help

/** Help beside the page: its own article first, every other one by search. Works without a network. */
export function HelpPanel() {
  const { isOpen, article, show, close } = useHelp()
  return (
    <Drawer
      opened={isOpen}
      onClose={close}
      position="right"
      size={420}
      title={words.title}
      lockScroll={false}
      overlayProps={{ backgroundOpacity: 0 }}
      closeButtonProps={{ 'aria-label': text.shell.close }}
    >
      {isOpen && <Articles chosen={article} onChoose={show} onClose={close} />}
    </Drawer>
  )
}

interface ArticlesProps {
  readonly chosen: string | undefined
  readonly onChoose: (article: string | undefined) => void
  readonly onClose: () => void
}

function Articles({ chosen, onChoose, onClose }: ArticlesProps) {
  const [search, setSearch] = useState('')
  const { data, error, refetch } = useQuery({
    queryKey: ['help'],
    queryFn: () =>
      fetchBuilt(`help-${language}.json`).then(reply => reply.json() as Promise<readonly Article[]>),
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (error) return <ErrorPanel what={words.failed} error={error} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={8} height={28} />
  const article = search === '' ? data.find(({ id }) => id === chosen) : undefined
  const found = findArticles(data, search)
  return (
    <div className={classes.help}>
      <div className={classes.tools}>
        <SearchBox label={words.search} value={search} onChange={setSearch} />
        <Button
          variant="subtle"
          onClick={() => {
            onClose()
            openDialog('keys')
          }}
        >
          {words.keys}
        </Button>
      </div>
      {article ? (
        <article aria-label={article.title}>
          <Button
            className={classes.back ?? ''}
            variant="subtle"
            size="compact-xs"
            onClick={() => onChoose(undefined)}
          >
            {words.back}
          </Button>
          <h2 className={classes.title}>{article.title}</h2>
          <Markdown text={article.text} />
        </article>
      ) : (
        <>
          <p className={classes.found} role="status">
            {found.length === 0 ? words.none : words.found(found.length)}
          </p>
          <ul className={classes.list}>
            {found.map(({ id, title, text: body }) => (
              <li key={id}>
                <button
                  type="button"
                  onClick={() => {
                    setSearch('')
                    onChoose(id)
                  }}
                >
                  <strong>{title}</strong>
                  <span>{firstSentence(body)}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

const firstSentence = (body: string): string =>
  /^[^#\n-][\s\S]*?[.:](?=\s|$)/m
    .exec(body)?.[0]
    .replaceAll(/[*`]|\s+/g, found => (found.trim() ? '' : ' ')) ?? ''
