import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import type { AgentDetail } from '../../../src-main/contract/agents.ts'
import { flowChanges, isChanged } from '../../../src-main/contract/flow.ts'
import { day } from '../../format/time.ts'
import { text } from '../../text/text.ts'
import { Panel } from '../../ui/Panel.tsx'
import classes from './AgentPage.module.css'
import { MoveDialog } from './MoveDialog.tsx'
import { movable } from './movable.ts'
import { VersionDialog } from './VersionDialog.tsx'

const words = text.agents.versions

/** Every version that was published, and the campaigns that stay on it. */
export function AgentVersions({ agent }: { agent: AgentDetail }) {
  const { versions, published, draft } = agent
  const [shown, setShown] = useState<number>()
  const [moving, setMoving] = useState(false)
  const behind = movable(agent)
  const differs = useMemo(
    () => published !== null && isChanged(flowChanges(published.flow, draft.flow)),
    [published, draft.flow],
  )
  return (
    <Panel
      title={words.title}
      fact={behind.length === 0 && words.fact(versions.length)}
      aside={
        behind.length > 0 && (
          <Button size="compact-xs" onClick={() => setMoving(true)}>
            {words.move.act}
          </Button>
        )
      }
      flush
    >
      {versions.length === 0 && <p className={classes.none}>{words.none}</p>}
      <ul className={classes.versions}>
        {versions.map(({ version, publishedAt, campaigns }) => (
          <li key={version}>
            <span>
              <button type="button" className={classes.showVersion} onClick={() => setShown(version)}>
                {words.name(version)}
              </button>
              <span className={classes.when}>{day(publishedAt)}</span>
            </span>
            <span>
              {campaigns.length === 0 && <span className={classes.when}>{words.unused}</span>}
              {campaigns.length > 2
                ? words.campaigns(campaigns.length)
                : campaigns.map(({ id, name }, at) => (
                    <span key={id}>
                      {at > 0 && ', '}
                      <Link to="/campaigns/$id" params={{ id }}>
                        {name}
                      </Link>
                    </span>
                  ))}
            </span>
          </li>
        ))}
      </ul>
      {shown !== undefined && (
        <VersionDialog
          agent={agent}
          version={shown}
          draftIsPublished={!differs}
          onClose={() => setShown(undefined)}
        />
      )}
      {moving && published && (
        <MoveDialog
          id={agent.id}
          newest={published.version}
          behind={behind}
          onClose={() => setMoving(false)}
        />
      )}
      {published && <p className={classes.note}>{differs ? words.draft : words.same}</p>}
    </Panel>
  )
}
