import { implement } from '@orpc/server'
import { contract } from '../contract/contract.ts'
import type { ContactAction } from '../domain/job.ts'
import { actionTitle } from './action-title.ts'
import { actor } from './actor.ts'
import { badInputRefusal, type Problem } from './bad-input.ts'
import { languageOf, zoneOf } from './contact-input.ts'
import { mustTakeContacts } from './contacts-write.ts'
import { shownJob } from './job-row.ts'
import { refused } from './refuse.ts'
import type { Services } from './services.ts'
import { SOON_MS, within } from './within.ts'

const os = implement(contract.contacts).$context<Services>()

// So few are done at once as people see it.
const FEW = 500
const AT_ONCE_MS = 1_000

export const contactsAct = {
  act: os.act.handler(async ({ input: { selection, action }, context }) => {
    const wanted = await checked(context, action)
    const title = await context.change(async () => actionTitle(context.statements, wanted, selection))
    const id = await context.jobs.start({ input: { is: 'act', selection, action: wanted }, actor, title })
    const isFew = 'contacts' in selection && selection.contacts.length <= FEW
    await within(context.jobs.ended(id), isFew ? AT_ONCE_MS : SOON_MS)
    return shownJob(context, id)
  }),
}

/** With codes in their canonical spelling; refuses what could not be done to anybody. */
async function checked(context: Services, action: ContactAction): Promise<ContactAction> {
  const problems: Problem[] = []
  const wanted = inCanonicalSpelling(action, problems, context.now())
  if (problems.length > 0) throw refused(badInputRefusal(problems))
  if ('campaign' in wanted) await mustTakeContacts(context.db, wanted.campaign)
  return wanted
}

function inCanonicalSpelling(action: ContactAction, problems: Problem[], now: number): ContactAction {
  switch (action.do) {
    case 'set_language':
      return { ...action, language: languageOf(action.language, problems) }
    case 'set_zone':
      return { ...action, zone: zoneOf(action.zone, problems) }
    case 'set_field':
      if (action.key.trim() === '') problems.push({ field: 'key', text: 'a name' })
      return { ...action, key: action.key.trim() }
    case 'do_not_call':
      if (action.reason.trim() === '')
        problems.push({ field: 'reason', text: 'say why, for those who ask later' })
      if (action.expiresAt !== null && action.expiresAt <= now)
        problems.push({ field: 'expiresAt', text: 'a time that is still to come' })
      return { ...action, reason: action.reason.trim() }
    default:
      return action
  }
}
