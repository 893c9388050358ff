import { useQueries } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../../api/client.ts'
import { text } from '../../text/text.ts'
import { ErrorPanel } from '../../ui/ErrorPanel.tsx'
import { Page } from '../../ui/Page.tsx'
import { SkeletonRows } from '../../ui/Skeleton.tsx'
import { CampaignForm } from './CampaignForm.tsx'
import { type Created, ImportOutcome } from './ImportOutcome.tsx'

const words = text.newCampaign
const path = <Link to="/campaigns">{text.shell.campaigns}</Link>

/** One page from nothing to a draft: the form, then what became of the file's rows. */
export function NewCampaign() {
  const [created, setCreated] = useState<Created>()
  const [defaults, campaigns] = useQueries({
    queries: [
      api.campaigns.defaults.queryOptions({ staleTime: Number.POSITIVE_INFINITY }),
      api.campaigns.list.queryOptions(),
    ],
  })
  if (created)
    return (
      <Page title={created.name} path={path} fact={words.created}>
        <ImportOutcome created={created} />
      </Page>
    )
  return (
    <Page title={words.title} path={path} body="bleed">
      {defaults.error ? (
        <ErrorPanel what={words.failed} error={defaults.error} onRetry={() => void defaults.refetch()} />
      ) : defaults.data ? (
        <CampaignForm
          defaults={defaults.data}
          takenNames={(campaigns.data ?? []).map(campaign => campaign.name)}
          onCreated={setCreated}
        />
      ) : (
        <SkeletonRows rows={10} height={48} />
      )}
    </Page>
  )
}
