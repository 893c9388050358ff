import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '../../api/client.ts'
import { useWorkspaceLive } from '../../api/live.ts'
import { bytes } from '../../format/bytes.ts'
import { count, dash, milliseconds, wholeShare } from '../../format/number.ts'
import { shortMoment } from '../../format/time.ts'
import { text } from '../../text/text.ts'
import { Panel } from '../../ui/Panel.tsx'
import { Status } from '../../ui/Status.tsx'
import { engineHealth, engineLooks, pacingLimitMs } from '../../ui/status.ts'
import classes from './EnginePanel.module.css'

const words = text.home.engine
const refreshMs = 60_000

/** When the workspace was last kept, and where to keep it now. */
function LastBackup() {
  const { data } = useQuery(api.backups.list.queryOptions({ refetchInterval: refreshMs }))
  const last = data?.rows[0]
  return (
    <div>
      <dt>{words.backup}</dt>
      <dd>
        <Link to="/settings/backups">{last ? shortMoment(last.at) : data ? words.noBackup : dash}</Link>
      </dd>
    </div>
  )
}

export function EnginePanel() {
  const engine = useWorkspaceLive(live => live?.engine)
  const active = useWorkspaceLive(live => live?.activeCalls ?? 0)
  const most = useWorkspaceLive(live => live?.maxCalls ?? 0)
  if (!engine) return null
  const health = engineHealth(engine)
  return (
    <Panel title={words.title} aside={<Status look={engineLooks[health]} word={words.states[health]} />}>
      {engine.problem && (
        <p className={classes.problem} role="alert">
          {text.told(engine.problem)}
        </p>
      )}
      <dl className={`${classes.figures} num`}>
        <div>
          <dt>{words.pacing}</dt>
          <dd>
            {milliseconds(engine.pacingP99Ms)}{' '}
            <span className={engine.pacingP99Ms > pacingLimitMs ? classes.over : undefined}>
              {engine.pacingP99Ms > pacingLimitMs ? words.pacingOver : words.pacingLimit}
            </span>
          </dd>
        </div>
        <div>
          <dt>{words.calls}</dt>
          <dd>
            {count(active)} <span>{words.callsLimit(count(most))}</span>
          </dd>
        </div>
        <div>
          <dt>{words.processor}</dt>
          <dd>
            {engine.processorShare === null ? dash : wholeShare(engine.processorShare)}{' '}
            <span>{words.ofACore}</span>
          </dd>
        </div>
        <div>
          <dt>{words.disk}</dt>
          <dd>{engine.freeDiskBytes === null ? dash : bytes(engine.freeDiskBytes)}</dd>
        </div>
        <div>
          <dt>{words.memory}</dt>
          <dd>{bytes(engine.memoryBytes)}</dd>
        </div>
        <LastBackup />
      </dl>
    </Panel>
  )
}
