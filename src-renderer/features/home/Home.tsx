import { useWorkspaceLive } from '../../api/live.ts'
import { longDay } from '../../format/time.ts'
import { text } from '../../text/text.ts'
import { Page } from '../../ui/Page.tsx'
import { SkeletonRows } from '../../ui/Skeleton.tsx'
import { EnginePanel } from './EnginePanel.tsx'
import { FirstStart } from './FirstStart.tsx'
import classes from './Home.module.css'
import { HoursPanel } from './HoursPanel.tsx'
import { NextToday } from './NextToday.tsx'
import { NoticePanel } from './NoticePanel.tsx'
import { PausedStrips } from './PausedStrips.tsx'
import { RunningCampaigns } from './RunningCampaigns.tsx'
import { TodayTiles } from './TodayTiles.tsx'
import { TrunkPanel } from './TrunkPanel.tsx'
import { WallboardButton } from './WallboardButton.tsx'

export function Home() {
  const at = useWorkspaceLive(live => (live ? (live.empty ? 'empty' : 'full') : 'waiting'))
  if (at === 'empty')
    return (
      <Page title={text.home.title}>
        <FirstStart />
      </Page>
    )
  return (
    <Page title={text.home.title} fact={longDay(Date.now())} actions={<WallboardButton />}>
      {at === 'waiting' ? (
        <SkeletonRows rows={8} height={50} />
      ) : (
        <div className={classes.page}>
          <PausedStrips />
          <TodayTiles />
          <div className={classes.columns}>
            <div className={classes.rows}>
              <RunningCampaigns />
              <HoursPanel />
            </div>
            <div className={classes.rows}>
              <TrunkPanel />
              <EnginePanel />
              <NoticePanel />
              <NextToday />
            </div>
          </div>
        </div>
      )}
    </Page>
  )
}
