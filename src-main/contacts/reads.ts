import { listedNumbers } from './do-not-call/listed-numbers.ts'
import { tagCounts } from './groups/tag-counts.ts'
import { orderedIds } from './query/ordered-ids.ts'
import { countCallable } from './read/callable.ts'
import { campaignPlaces } from './read/campaign-places.ts'
import { contactDetail } from './read/contact-detail.ts'
import { contactRows } from './read/contact-rows.ts'
import { countContacts } from './read/count-contacts.ts'
import { likelyDuplicates } from './read/duplicates.ts'
import { readFacets } from './read/facets.ts'
import { contactHistory } from './read/history.ts'
import { readPage } from './read/page.ts'
import { workspaceStamp } from './read/stamp.ts'
import { quick, type ReadTable, slow } from './read-work.ts'
import { growSearchText } from './view/search-text.ts'

/** Everything that can be asked about contacts beside the main thread. */
export const contactReads = {
  page: quick(readPage),
  rows: quick(contactRows),
  stamp: quick(workspaceStamp),
  growSearchText: quick(growSearchText),
  contact: quick(contactDetail),
  history: quick(contactHistory),
  campaignPlaces: quick(campaignPlaces),
  count: slow(countContacts),
  ids: slow(orderedIds),
  callable: slow(countCallable),
  facets: slow(readFacets),
  duplicates: slow(likelyDuplicates),
  listedNumbers: quick(listedNumbers),
  tagCounts: slow(tagCounts),
} satisfies ReadTable
