import { getRouteApi } from '@tanstack/react-router'
import type { CampaignRow } from '../../../../src-main/contract/campaigns.ts'
import { Panels } from '../../../ui/Panels.tsx'
import { ActiveCalls } from './ActiveCalls.tsx'
import classes from './Dashboard.module.css'
import { FigureTiles } from './FigureTiles.tsx'
import { GoalBars } from './GoalBars.tsx'
import { HealthPanel } from './HealthPanel.tsx'
import { HoldStrip } from './HoldStrip.tsx'
import { Heatmap } from './heatmap/Heatmap.tsx'
import { ResultBars } from './ResultBars.tsx'
import { StatusBar } from './StatusBar.tsx'
import { TestResult } from './TestResult.tsx'
import { Waits } from './Waits.tsx'

const route = getRouteApi('/campaigns/$id')

/** Read from the top: what holds it back, where the contacts are, the figures, what came of the calls, who talks now. */
export function Dashboard() {
  const id = route.useParams().id as CampaignRow['id']
  return (
    <Panels dense>
      <HoldStrip id={id} />
      <Waits id={id} />
      <TestResult id={id} />
      <StatusBar id={id} />
      <FigureTiles id={id} />
      <div className={classes.columns}>
        <div className={classes.column}>
          <Heatmap id={id} />
          <div className={classes.pair}>
            <ResultBars id={id} />
            <GoalBars id={id} />
          </div>
        </div>
        <div className={classes.column}>
          <HealthPanel id={id} />
          <ActiveCalls id={id} />
        </div>
      </div>
    </Panels>
  )
}
