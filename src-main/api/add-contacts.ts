import type { ContactsFile, ImportResult } from '../contract/campaigns.ts'
import { editableIn, lockedBecause } from '../domain/editable.ts'
import type { CampaignId } from '../domain/ids.ts'
import { type CsvContact, csvContactsInTurns } from '../engine/import/csv-contacts.ts'
import type { CsvTable } from '../engine/import/read-csv.ts'
import { isCountry } from '../numbering/phone.ts'
import { addContacts } from '../store/add-contacts.ts'
import { addAudit } from '../store/audit.ts'
import { readCampaigns } from '../store/read-campaigns.ts'
import { actor } from './actor.ts'
import { notFound, refused } from './refuse.ts'
import type { Services } from './services.ts'

const shownRejected = 100

/** Puts the people of an uploaded file into a campaign that may still take some. */
export async function addFromFile(
  context: Services,
  id: CampaignId,
  file: ContactsFile,
): Promise<ImportResult> {
  const table = context.readTables.take(file.upload)
  if (table === null)
    throw refused({
      code: 'upload_gone',
      field: 'file',
      what: 'The file is no longer at hand: files are kept for an hour.',
      cure: 'Choose it again.',
    })
  checkFile(file, table)
  const read = await csvContactsInTurns(table, file)
  if (read.contacts.length === 0)
    throw refused({
      code: 'no_contact',
      field: 'file',
      what: `No row of the file has a number that can be called. Line ${read.rejected[0]?.line ?? 2}: ${read.rejected[0]?.reason ?? 'no number'}.`,
      cure: 'Choose the column that holds the numbers, or mend the file.',
    })
  const result = { added: 0, alreadyIn: 0, doNotCall: 0 }
  for (let at = 0; at < read.contacts.length; at += BATCH) {
    const part = await addPart(context, id, read.contacts.slice(at, at + BATCH))
    result.added += part.added
    result.alreadyIn += part.alreadyIn
    result.doNotCall += part.doNotCall
  }
  // One that was coming to its end goes on with them; one that drains towards something else refuses, and stays.
  if (result.added > 0) await context.engine.move(id, { do: 'refill' })
  context.engine.changed(id)
  const rejected = read.rejected.length
  await context.change(tx => {
    const detail = { ...result, duplicates: read.duplicates, rejected }
    const entry = { actor, action: 'campaign.add_contacts', subject: `campaign ${id}`, detail }
    return addAudit(tx, entry, context.now())
  })
  return {
    ...result,
    duplicates: read.duplicates,
    rejected,
    rejectedRows: read.rejected.slice(0, shownRejected),
  }
}

// Contacts per transaction: between two of them calls have their turn. What is in already is not added again, so an
// import that broke off is finished by doing it once more.
const BATCH = 2_000

const addPart = (context: Services, id: CampaignId, contacts: readonly CsvContact[]) =>
  context.change(async tx => {
    const [campaign] = await readCampaigns(tx, id)
    if (campaign === undefined) throw notFound('campaign', id)
    if (!editableIn(campaign.state).includes('contacts'))
      throw refused({
        code: 'locked',
        field: 'contacts',
        what: `“${campaign.name}” takes no more contacts.`,
        cure: lockedBecause(campaign.state),
      })
    return addContacts(tx, id, contacts, context.now())
  })

function checkFile({ phoneColumn, nameColumn, defaultCountry }: ContactsFile, { headings }: CsvTable): void {
  if (phoneColumn >= headings.length || (nameColumn ?? 0) >= headings.length)
    throw refused({
      code: 'bad_column',
      field: 'file',
      what: `The file has ${headings.length} columns only.`,
      cure: 'Choose the columns again.',
    })
  if (!isCountry(defaultCountry))
    throw refused({
      code: 'bad_country',
      field: 'defaultCountry',
      what: `There is no country “${defaultCountry}”.`,
      cure: 'Choose one from the list.',
    })
}
