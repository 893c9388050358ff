import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { api } from '../../api/client.ts'
import { useWorkspaceLive } from '../../api/live.ts'
import { clock, longDay } from '../../format/time.ts'
import { text } from '../../text/text.ts'
import icon from '../../theme/icon.svg'
import { useNow } from '../../ui/now.ts'
import { StatusGlyph } from '../../ui/StatusGlyph.tsx'
import { engineHealth, engineLooks } from '../../ui/status.ts'
import { useTitle } from '../../ui/use-title.ts'
import classes from './Wallboard.module.css'
import { WallCampaigns } from './WallCampaigns.tsx'
import { WallFigures } from './WallFigures.tsx'
import { WallTrunks } from './WallTrunks.tsx'

const words = text.wallboard

/** The whole workspace for a big screen, read from metres away: no controls, no small print. */
export function Wallboard() {
  const leave = useLeave()
  const name = useQuery(api.preferences.get.queryOptions()).data?.profile.name
  const engine = useWorkspaceLive(live => live?.engine)
  useTitle(words.title)
  return (
    <main className={classes.wall}>
      <header className={classes.head}>
        <img className={classes.brand} src={icon} alt="" />
        <h1>{name ? words.titleOf(name) : words.title}</h1>
        <button type="button" className={classes.leave} onClick={leave}>
          {words.leave}
        </button>
        <span className={classes.right}>
          {engine && (
            <span className={classes.engine} role="status">
              <StatusGlyph {...engineLooks[engineHealth(engine)]} size={18} />
              {text.shell.engine[engineHealth(engine)]}
            </span>
          )}
          <Clock />
        </span>
      </header>
      {engine ? (
        <>
          {engine.problem && (
            <p className={classes.problem} role="alert">
              {text.told(engine.problem)}
            </p>
          )}
          <WallFigures />
          <WallCampaigns />
          <WallTrunks />
        </>
      ) : (
        <p className={classes.waiting}>{words.waiting}</p>
      )}
    </main>
  )
}

function Clock() {
  const now = useNow()
  return (
    <>
      <span className={classes.day}>{longDay(now)}</span>
      <time className={`${classes.clock} num`}>{clock(now)}</time>
    </>
  )
}

/** Esc leads home; in full screen the browser keeps that key for itself and only tells that it ended. */
function useLeave() {
  const navigate = useNavigate()
  useEffect(() => {
    const home = () => void navigate({ to: '/' })
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && home()
    const onScreen = () => document.fullscreenElement === null && home()
    window.addEventListener('keydown', onKey)
    document.addEventListener('fullscreenchange', onScreen)
    return () => {
      window.removeEventListener('keydown', onKey)
      document.removeEventListener('fullscreenchange', onScreen)
    }
  }, [navigate])
  return () => {
    if (document.fullscreenElement === null) void navigate({ to: '/' })
    else void document.exitFullscreen()
  }
}
