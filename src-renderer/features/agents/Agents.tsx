import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../../api/client.ts'
import { text } from '../../text/text.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorPanel } from '../../ui/ErrorPanel.tsx'
import { Page } from '../../ui/Page.tsx'
import { useKeys } from '../../ui/use-keys.ts'
import { agentColumns } from './columns.tsx'
import { NewAgent } from './NewAgent.tsx'

const words = text.agents

export function Agents() {
  const { data: agents = [], isPending, error, refetch } = useQuery(api.agents.all.queryOptions())
  const [adding, setAdding] = useState(false)
  const navigate = useNavigate()
  useKeys({ n: () => setAdding(true) })
  const add = (
    <Button variant="filled" leftSection={<IconPlus size={14} />} onClick={() => setAdding(true)}>
      {words.add}
    </Button>
  )
  return (
    <Page
      title={words.title}
      fact={agents.length > 0 && words.fact(agents.length)}
      actions={agents.length > 0 && add}
      body="bleed"
    >
      {error ? (
        <ErrorPanel what={words.failed} error={error} onRetry={() => void refetch()} />
      ) : (
        <DataTable
          label={words.title}
          columns={agentColumns}
          total={agents.length}
          row={index => agents[index]}
          rowKey={({ id }) => id}
          rowHeight={42}
          minWidth={900}
          onOpen={({ id }) => void navigate({ to: '/agents/$id', params: { id } })}
          loading={isPending}
          empty={
            <EmptyState title={words.empty} sentence={words.emptySentence}>
              {add}
            </EmptyState>
          }
        />
      )}
      {adding && <NewAgent onClose={() => setAdding(false)} />}
    </Page>
  )
}
