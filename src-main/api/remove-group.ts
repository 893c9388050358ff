import type { ContactQuery } from '../domain/contact-filter.ts'
import type { GroupRemoval } from '../domain/job.ts'
import { actor } from './actor.ts'
import { shownJob } from './job-row.ts'
import type { Services } from './services.ts'
import { SOON_MS, within } from './within.ts'

/** Away with a list or a tag; its contacts stay. A small one is gone when this answers. */
export async function removeGroup(context: Services, removal: GroupRemoval) {
  const title = `Remove ${removal.do === 'remove_list' ? 'list' : 'tag'} “${removal.name}”`
  const selection = { query: everybodyIn(removal), except: [] }
  const id = await context.jobs.start({ input: { is: 'act', selection, action: removal }, actor, title })
  await within(context.jobs.ended(id), SOON_MS)
  return shownJob(context, id)
}

const everybodyIn = (removal: GroupRemoval): ContactQuery =>
  removal.do === 'remove_list'
    ? { scope: { of: 'list', list: removal.list }, search: '', filter: null }
    : {
        scope: { of: 'all' },
        search: '',
        filter: { match: 'all', of: [{ field: 'tag', op: 'one_of', value: [removal.tag] }] },
      }
