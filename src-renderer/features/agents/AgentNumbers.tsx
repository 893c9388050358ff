import { Checkbox } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { AgentDetail } from '../../../src-main/contract/agents.ts'
import { api, queryClient } from '../../api/client.ts'
import { text } from '../../text/text.ts'
import { ErrorPanel } from '../../ui/ErrorPanel.tsx'
import { NumberStatus } from '../../ui/numbers/NumberStatus.tsx'
import { ScoreMark } from '../../ui/numbers/ScoreMark.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { Phone } from '../../ui/Phone.tsx'
import { sayRefusal } from '../../ui/say.tsx'
import classes from './AgentNumbers.module.css'

const words = text.agents.numbers

/** Which of the workspace's numbers belong to an agent; a new campaign with it shows these. */
export function AgentNumbers({ agent }: { agent: Pick<AgentDetail, 'id' | 'numbers'> }) {
  const { id, numbers } = agent
  const all = useQuery(api.numbers.list.queryOptions())
  /** As they were chosen last, until the engine has them. */
  const [wanted, setWanted] = useState<AgentDetail['numbers']>()
  const { mutate } = useMutation(
    api.agents.setNumbers.mutationOptions({
      // One after the other: the last list wins.
      scope: { id: `numbers of agent ${id}` },
      onError: failure => sayRefusal(failure, words.notChanged),
      onSettled: async (_, __, { numbers: sent }) => {
        await queryClient.invalidateQueries({ queryKey: api.agents.key() })
        setWanted(now => (now === sent ? undefined : now))
      },
    }),
  )
  const shown = wanted ?? numbers
  const choose = (next: AgentDetail['numbers']) => {
    setWanted(next)
    mutate({ id, numbers: next, opened: { numbers: shown } })
  }
  const list = all.data ?? []
  return (
    <Panel title={words.title} fact={words.fact(shown.length, list.length)} flush>
      {all.error && (
        <ErrorPanel what={text.numbers.failed} error={all.error} onRetry={() => void all.refetch()} />
      )}
      {all.data?.length === 0 && <p className={classes.none}>{words.none}</p>}
      <ul className={classes.list}>
        {list.map(row => (
          <li key={row.id}>
            <Checkbox
              aria-label={words.own(row.number)}
              checked={shown.includes(row.id)}
              onChange={event =>
                choose(
                  event.currentTarget.checked
                    ? [...shown, row.id]
                    : shown.filter(number => number !== row.id),
                )
              }
            />
            <div className={classes.number}>
              <Phone number={row.number} country={row.country} />
              <span className={classes.fact}>
                {[row.name, row.trunk?.name ?? words.anyTrunk].filter(Boolean).join(', ')}
              </span>
              {row.status.is !== 'active' && <NumberStatus row={row} />}
            </div>
            <span title={text.rotation.columns.score}>
              <ScoreMark {...row.score} />
            </span>
          </li>
        ))}
      </ul>
      <p className={classes.note}>{words.note}</p>
    </Panel>
  )
}
