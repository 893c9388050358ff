import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { ContactQuery } from '../../../../src-main/contract/contact-query.ts'
import type { Job } from '../../../../src-main/contract/jobs.ts'
import { client, queryClient } from '../../../api/client.ts'
import { text } from '../../../text/text.ts'
import { useTellJobEnd } from '../../../ui/jobs/use-job-ends.ts'
import { sayRefusal } from '../../../ui/say.tsx'

/** Whom “these” means: the list that the file went into, else those that it added. */
function contactsOf({ id, asked }: Job): ContactQuery {
  const none = { search: '', filter: null }
  if (asked.is === 'import' && asked.target.into === 'list')
    return { scope: { of: 'list', list: asked.target.list }, ...none }
  return {
    scope: { of: 'all' },
    search: '',
    filter: { match: 'all', of: [{ field: 'import', op: 'one_of', value: [id] }] },
  }
}

const longestName = 100
const nameOf = ({ asked, title }: Job) =>
  (asked.is === 'import' ? asked.fileName.replace(/\.\w{1,5}$/, '') : title).slice(0, longestName)

/** A draft with the imported contacts, open in the wizard. */
export function useCampaignWith(job: Job) {
  const navigate = useNavigate()
  const tell = useTellJobEnd()
  return useMutation({
    mutationFn: async () => {
      const { id } = await client.campaigns.createDraft({ name: nameOf(job) })
      const added = await client.contacts.act({
        selection: { query: contactsOf(job), except: [] },
        action: { do: 'add_to_campaign', campaign: id, priority: 'normal' },
      })
      return { id, added }
    },
    onSuccess: async ({ id, added }) => {
      tell(added)
      await queryClient.invalidateQueries()
      await navigate({ to: '/campaigns/new', search: { campaign: id, step: 'contacts' } })
    },
    onError: error => sayRefusal(error, text.imports.result.campaignFailed),
  })
}
