import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { CampaignRow } from '../../../src-main/contract/campaigns.ts'
import { moment } from '../../format/time.ts'
import { text } from '../../text/text.ts'
import { useStartMove } from '../moves/use-move.ts'
import { StatusGlyph } from '../StatusGlyph.tsx'
import { ownPause, type Place } from './cause.ts'
import classes from './PauseStrip.module.css'

const words = text.pause

interface PauseStripProps {
  readonly campaign: CampaignRow
  /** Names the campaign and leads to it: where it is one of many. */
  readonly named?: boolean
}

/** A campaign that paused itself: figure, rule, next step, and the ways on. Nothing for any other. */
export function PauseStrip({ campaign, named = false }: PauseStripProps) {
  const start = useStartMove()
  const own = ownPause(campaign)
  if (!own || !campaign.pause) return null
  const { id, name, pause, moves } = campaign
  const { rule, next, gone, cause } = words.reasons[own.reason]
  const tested = own.reason === 'test_finished'
  const when = moment(pause.at)
  return (
    <div className={classes.strip} role="alert">
      <StatusGlyph shape="disc-bars" hue="yellow" />
      <div className={classes.words}>
        <p>
          <strong>
            {named
              ? words[tested ? 'tested' : 'paused'](name, when)
              : words[tested ? 'testedItself' : 'itself'](when)}
          </strong>
          {pause.text && `: ${text.told(pause.text)}`}
        </p>
        <p className={classes.more}>
          {words.rule} <span>{rule}.</span> {words.next} <span>{next}.</span>{' '}
          {pause.resumesByItself && gone && <span>{words.resumes(gone)}</span>}
        </p>
      </div>
      {named && (
        <Button component={Link} to={`/campaigns/${id}`} variant="subtle">
          {words.open}
        </Button>
      )}
      {own.cause && <ToCause place={own.cause} word={cause} />}
      {moves.includes('resume') && (
        <Button onClick={() => start({ id, name, move: 'resume' })}>{text.moves.names.resume}</Button>
      )}
    </div>
  )
}

const ToCause = ({ place: { money, ...place }, word }: { place: Place; word: string }) =>
  money === undefined ? (
    <Button component={Link} {...place}>
      {word}
    </Button>
  ) : (
    <Button renderRoot={props => <Link {...props} to="/trunks" search={{ money }} />}>{word}</Button>
  )
