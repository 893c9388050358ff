import type { CampaignRow } from '../../../../src-main/contract/campaigns.ts'
import { useCampaignLive } from '../../../api/live.ts'
import { decimal } from '../../../format/number.ts'
import { moment } from '../../../format/time.ts'
import { text } from '../../../text/text.ts'
import { useNow } from '../../../ui/now.ts'
import { ownPause } from '../../../ui/pause/cause.ts'
import { PauseStrip } from '../../../ui/pause/PauseStrip.tsx'
import { StatusGlyph } from '../../../ui/StatusGlyph.tsx'
import classes from './HoldStrip.module.css'

const words = text.campaign.hold
/** The engine's words are no whole sentence; here others follow. */
const ended = (said: string) => (/[.!?]$/.test(said) ? said : `${said}.`)

/** What holds the campaign back now, most important first, with the engine's own words. */
export function HoldStrip({ id }: { id: CampaignRow['id'] }) {
  const holds = useCampaignLive(id, live => live?.holds)
  const campaign = useCampaignLive(id, live => live?.campaign)
  const next = useCampaignLive(id, live => live?.nextCallAt ?? null)
  if (!holds || !campaign) return null
  const { state, pause } = campaign
  if (ownPause(campaign)) return <PauseStrip campaign={campaign} />
  if (state === 'paused' && pause)
    return (
      <div className={classes.strip} data-tone="yellow">
        <StatusGlyph shape="disc-bars" hue="yellow" />
        <p className={classes.words}>
          <strong>{words.paused(moment(pause.at))}</strong> {text.told(pause.text)}
        </p>
      </div>
    )
  if (state === 'draft' || state === 'completed' || state === 'cancelled')
    return (
      <div className={classes.strip} data-tone="gray">
        <StatusGlyph shape="info" hue="gray" />
        <p className={classes.words}>{words.resting[state]}</p>
      </div>
    )
  const [first, ...others] = holds
  return (
    <div className={classes.strip} data-tone="blue">
      <StatusGlyph shape="info" hue="blue" />
      <p className={classes.words}>
        {first ? (
          <>
            <strong>{words.title}</strong> {ended(text.told(first.text))}
          </>
        ) : (
          <strong>{words.nothing}</strong>
        )}
        {next !== null && <NextCall at={next} />}
        {others.length > 0 && (
          <span className={classes.also}>
            {ended(words.also(others.map(hold => text.told(hold.text)).join('; ')))}
          </span>
        )}
      </p>
    </div>
  )
}

function NextCall({ at }: { at: number }) {
  const inMs = at - useNow()
  if (inMs <= 0) return null
  return (
    <span className="num">
      {' '}
      {inMs < 60_000 ? words.nextIn(decimal(inMs / 1000)) : words.nextAt(moment(at))}
    </span>
  )
}
