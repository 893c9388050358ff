import { memo } from 'react'
import { text } from '../text/text.ts'
import classes from './Status.module.css'
import { StatusGlyph } from './StatusGlyph.tsx'
import {
  type CallResult,
  type CampaignState,
  campaignLooks,
  type LeadStatus,
  type Look,
  leadLooks,
  resultLooks,
} from './status.ts'

/** Glyph and word in ink: the quiet form for rows. */
export const Status = memo(function Status({
  look,
  word,
  struck = false,
}: {
  look: Look
  word: string
  struck?: boolean
}) {
  return (
    <span className={classes.status}>
      <StatusGlyph {...look} />
      <span className={struck ? classes.struck : classes.word}>{word}</span>
    </span>
  )
})

export const LeadStatusText = ({ status }: { status: LeadStatus }) => (
  <Status look={leadLooks[status]} word={text.words.leads[status]} struck={status === 'skipped'} />
)

export const ResultText = ({ result }: { result: CallResult | null }) =>
  result === null ? (
    <Status look={leadLooks.in_call} word={text.words.underWay} />
  ) : (
    <Status look={resultLooks[result]} word={text.words.results[result]} />
  )

export const CampaignStateText = ({ state }: { state: CampaignState }) => (
  <Status look={campaignLooks[state]} word={text.words.campaigns[state]} />
)
