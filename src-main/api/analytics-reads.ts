import { type ReadTable, slow } from '../contacts/read-work.ts'
import { readAllCampaigns } from '../store/analytics/read-all-campaigns.ts'
import { readCallFigures } from '../store/analytics/read-call-figures.ts'
import { readChoices } from '../store/analytics/read-choices.ts'
import { readContactFigures } from '../store/analytics/read-contact-figures.ts'
import { readListFigures } from '../store/analytics/read-list-figures.ts'
import { readOpenAnswers } from '../store/analytics/read-open-answers.ts'
import { readOutcomes } from '../store/analytics/read-outcomes.ts'
import type { ReadOnlyFile } from '../store/read-only-file.ts'

/** What is asked about all calls of a campaign at once, and about all campaigns. */
export const analyticsReads = {
  analyticsCampaigns: slow((file: ReadOnlyFile, _: null) => readAllCampaigns(file)),
  analyticsChoices: slow(readChoices),
  analyticsCalls: slow(readCallFigures),
  analyticsContacts: slow(readContactFigures),
  analyticsLists: slow(readListFigures),
  analyticsOutcomes: slow(readOutcomes),
  analyticsAnswers: slow(readOpenAnswers),
} satisfies ReadTable
