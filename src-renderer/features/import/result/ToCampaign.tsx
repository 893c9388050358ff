import { Button } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { CampaignRow } from '../../../../src-main/contract/campaigns.ts'
import { api } from '../../../api/client.ts'
import { text } from '../../../text/text.ts'

/** A draft goes on where it was left, any other campaign shows whom it has. */
export function ToCampaign({ id }: { id: CampaignRow['id'] }) {
  const campaign = useQuery(api.campaigns.get.queryOptions({ input: { id } })).data?.campaign
  if (!campaign) return null
  return (
    <Button
      variant="filled"
      rightSection={<IconArrowRight size={14} />}
      renderRoot={props =>
        campaign.state === 'draft' ? (
          <Link to="/campaigns/new" search={{ campaign: id, step: 'contacts' }} {...props} />
        ) : (
          <Link to="/campaigns/$id/contacts" params={{ id }} {...props} />
        )
      }
    >
      {text.imports.result.goOn(campaign.name)}
    </Button>
  )
}
