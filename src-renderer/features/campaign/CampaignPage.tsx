import { Button } from '@mantine/core'
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react'
import { getRouteApi, Link, Outlet } from '@tanstack/react-router'
import type { CampaignRow } from '../../../src-main/contract/campaigns.ts'
import { retryCampaign, useCampaignFailed, useCampaignLive, useCampaignRefused } from '../../api/live.ts'
import { text } from '../../text/text.ts'
import { ErrorPanel } from '../../ui/ErrorPanel.tsx'
import type { Move } from '../../ui/moves/ask.ts'
import { StatusMenu } from '../../ui/moves/StatusMenu.tsx'
import { useStartMove } from '../../ui/moves/use-move.ts'
import { Page } from '../../ui/Page.tsx'
import { GonePage } from '../../ui/record/GonePage.tsx'
import { SkeletonRows } from '../../ui/Skeleton.tsx'
import { CampaignTabs } from './CampaignTabs.tsx'

const route = getRouteApi('/campaigns/$id')
const words = text.campaign
const path = <Link to="/campaigns">{text.shell.campaigns}</Link>

/** The page of one campaign: header with its status and next act, tabs, and the chosen tab. */
export function CampaignPage() {
  const { id } = route.useParams()
  const campaign = useCampaignLive(id as CampaignRow['id'], live => live?.campaign)
  const refused = useCampaignRefused(id as CampaignRow['id'])
  const failed = useCampaignFailed(id as CampaignRow['id'])
  if (refused)
    return <GonePage title={words.gone} path={path} refusal={refused} all="/campaigns" allWord={words.all} />
  if (!campaign)
    return (
      <Page title={words.waiting} path={path}>
        {failed ? (
          <ErrorPanel
            what={words.failed}
            error={failed}
            onRetry={() => retryCampaign(id as CampaignRow['id'])}
          />
        ) : (
          <SkeletonRows rows={8} height={42} />
        )}
      </Page>
    )
  return (
    <Page
      title={campaign.name}
      path={path}
      status={<StatusMenu campaign={campaign} />}
      fact={campaign.run > 1 && words.run(campaign.run)}
      actions={<NextMove campaign={campaign} />}
      tabs={<CampaignTabs id={campaign.id} contacts={campaign.contacts} />}
      body="bleed"
    >
      <Outlet />
    </Page>
  )
}

/** The one act that is most likely wanted now, the first that is allowed. */
const nextMoves: readonly Move[] = ['launch', 'resume', 'pause', 'restart']

function NextMove({ campaign }: { campaign: CampaignRow }) {
  const start = useStartMove()
  const move = nextMoves.find(one => campaign.moves.includes(one))
  if (!move) return null
  const asks =
    move === 'launch'
      ? text.moves.launchEllipsis
      : move === 'restart'
        ? text.moves.restartEllipsis
        : undefined
  const Icon = move === 'pause' ? IconPlayerPause : IconPlayerPlay
  return (
    <Button
      variant={move === 'launch' || move === 'resume' ? 'filled' : 'default'}
      leftSection={<Icon size={14} />}
      onClick={() => start({ id: campaign.id, name: campaign.name, move })}
    >
      {asks ?? text.moves.names[move]}
    </Button>
  )
}
