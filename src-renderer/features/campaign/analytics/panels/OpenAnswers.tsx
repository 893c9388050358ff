import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { QuestionFigures } from '../../../../../src-main/contract/analytics.ts'
import { api } from '../../../../api/client.ts'
import { shortMoment } from '../../../../format/time.ts'
import { text } from '../../../../text/text.ts'
import { ChartPanel } from '../../../../ui/chart/ChartPanel.tsx'
import { ErrorPanel } from '../../../../ui/ErrorPanel.tsx'
import { Row } from '../../../../ui/Rows.tsx'
import { SkeletonRows } from '../../../../ui/Skeleton.tsx'
import { filterOf } from '../search.ts'
import type { Shown } from '../shown.ts'
import classes from './panels.module.css'

const words = text.analytics.questions
const PAGE = 50

interface OpenProps extends Shown {
  readonly campaign: number
  readonly question: QuestionFigures
}

/** Answers as they were given, latest first, each with the way to its call. */
export function OpenAnswers({ campaign, of, search, question }: OpenProps) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    api.analytics.answers.infiniteOptions({
      input: (offset: number) => ({
        filter: filterOf(campaign, search),
        question: question.id,
        offset,
        limit: PAGE,
      }),
      initialPageParam: 0,
      getNextPageParam: (last, pages) => (last.length < PAGE ? undefined : pages.length * PAGE),
      staleTime: 60_000,
    }),
  )
  const answers = data?.pages.flat() ?? []
  return (
    <ChartPanel
      title={question.text}
      fact={words.fact(question)}
      of={of}
      isTable
      flush
      data={{
        columns: [words.call, words.when, words.answer],
        rows: answers.map(({ call, at, value }) => [call, new Date(at).toISOString(), String(value)]),
      }}
    >
      {error && !data ? (
        <ErrorPanel what={text.analytics.failed} error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <SkeletonRows rows={4} height={28} />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls is reached by keyboard
        <ul className={classes.answers} aria-label={question.text} tabIndex={0}>
          {answers.map(({ call, at, value }) => (
            <Row
              key={call}
              time={
                <Link to="/calls/$id" params={{ id: call }}>
                  {shortMoment(at)}
                </Link>
              }
            >
              {String(value)}
            </Row>
          ))}
        </ul>
      )}
      <div className={classes.more}>
        <span className="num">{words.answers(question.answered)}</span>
        {hasNextPage && (
          <Button
            size="compact-xs"
            variant="subtle"
            loading={isFetchingNextPage}
            data-unprinted
            onClick={() => void fetchNextPage()}
          >
            {words.more}
          </Button>
        )}
      </div>
    </ChartPanel>
  )
}
