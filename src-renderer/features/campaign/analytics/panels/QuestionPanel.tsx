import type { QuestionFigures } from '../../../../../src-main/contract/analytics.ts'
import { count, ratio, share, wholeShare } from '../../../../format/number.ts'
import { text } from '../../../../text/text.ts'
import { BarRows } from '../../../../ui/chart/BarRows.tsx'
import { ChartPanel } from '../../../../ui/chart/ChartPanel.tsx'
import { Columns } from '../../../../ui/chart/Columns.tsx'
import { SplitBar } from '../../../../ui/chart/SplitBar.tsx'
import type { Shown } from '../shown.ts'
import { answerName, answerTable } from './chart-tables.ts'
import { OpenAnswers } from './OpenAnswers.tsx'
import classes from './panels.module.css'

const words = text.analytics.questions

interface QuestionProps extends Shown {
  readonly campaign: number
  readonly question: QuestionFigures
}

/** The answers to one question, in the chart that fits its kind. */
export function QuestionPanel(props: QuestionProps) {
  const { of, question, calls } = props
  const { form, values, answered } = question
  if (values.length === 0 && (form.is === 'open' || form.is === 'data_point') && answered > 0)
    return <OpenAnswers {...props} />
  return (
    <ChartPanel title={question.text} fact={words.fact(question)} of={of} data={answerTable(question)}>
      {answered === 0 ? (
        <p className={classes.note}>{words.none}</p>
      ) : (
        <>
          <Answers question={question} conversations={calls.total.conversations} />
          <p className={`${classes.note} num`}>{words.answers(answered)}</p>
        </>
      )}
    </ChartPanel>
  )
}

/** Under a column there is room for where its span begins. */
const stepName = (value: string) => value.split('–')[0] || value

function Answers({ question, conversations }: { question: QuestionFigures; conversations: number }) {
  const { form, values, answered, text: asked } = question
  const summary = words.summary(asked, count(answered))
  const figure = (cases: number) => share(ratio(cases, answered), answered)
  switch (form.is) {
    case 'yes_no': {
      const unanswered = Math.max(0, conversations - question.conversed)
      const base = answered + unanswered
      const parts = [
        ...values.map(({ value, calls }) => ({
          label: answerName(value),
          cases: calls,
          tone: value === 'true' ? ('main' as const) : ('second' as const),
        })),
        { label: words.unanswered, cases: unanswered, tone: 'empty' as const },
      ]
      return (
        <SplitBar
          summary={summary}
          parts={parts.map(({ label, cases, tone }) => ({
            label,
            tone,
            share: ratio(cases, base) ?? 0,
            figure: share(ratio(cases, base), base),
            note: count(cases),
          }))}
        />
      )
    }
    case 'rating':
    case 'data_point':
      return (
        <Columns
          summary={summary}
          columns={values.map(({ value, calls }) => ({
            label: stepName(value),
            share: calls / answered,
            figure: wholeShare(calls / answered),
          }))}
        />
      )
    default: {
      const most = Math.max(1, ...values.map(({ calls }) => calls))
      return (
        <BarRows
          summary={summary}
          labelWidth={140}
          rows={values
            .toSorted((a, b) => b.calls - a.calls)
            .map(({ value, calls }) => ({
              label: value,
              share: calls / most,
              figure: figure(calls),
              note: count(calls),
              tone: 'main',
            }))}
        />
      )
    }
  }
}
