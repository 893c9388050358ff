import type { NewCampaign } from '../contract/campaigns.ts'
import { isZone } from '../domain/schedule.ts'
import { isCountry } from '../numbering/phone.ts'
import { readCampaigns } from '../store/read-campaigns.ts'
import { readNumbers } from '../store/read-numbers.ts'
import { readTrunks } from '../store/read-trunks.ts'
import { notFound, refused } from './refuse.ts'
import type { Services } from './services.ts'

/** Asked within the transaction that adds it: somebody else may be adding one of the same name right now. */
export async function mustBeNewName(db: Services['db'], name: string): Promise<void> {
  const same = (await readCampaigns(db)).find(campaign => campaign.name.toLowerCase() === name.toLowerCase())
  if (same !== undefined)
    throw refused({
      code: 'name_taken',
      field: 'name',
      what: `A campaign “${same.name}” exists already.`,
      cure: 'Choose another name.',
    })
}

/** Lines may have been removed since the form was opened. */
export async function mustHaveLines(db: Services['db'], { trunk, numbers }: NewCampaign): Promise<void> {
  if (!(await readTrunks(db)).some(({ id }) => id === trunk)) throw notFound('trunk', trunk)
  const known = new Set((await readNumbers(db, 0)).map(({ id }) => id))
  const unknown = numbers.find(id => !known.has(id))
  if (unknown !== undefined) throw notFound('number', unknown)
}

/** What the schema cannot know: zones, columns and countries that exist, windows that open. */
export function checkNewCampaign({ settings, contacts }: NewCampaign, columns: number): void {
  if (!isZone(settings.zone))
    throw refused({
      code: 'bad_zone',
      field: 'zone',
      what: `There is no time zone “${settings.zone}”.`,
      cure: 'Choose one from the list, such as Europe/Berlin.',
    })
  if (Object.values(settings.windows).every(ranges => ranges.length === 0))
    throw refused({
      code: 'no_window',
      field: 'windows',
      what: 'No day has a call window, so nobody would ever be called.',
      cure: 'Open at least one day.',
    })
  if (Object.values(settings.windows).some(ranges => ranges.some(({ from, to }) => from >= to)))
    throw refused({
      code: 'bad_window',
      field: 'windows',
      what: 'A call window ends before it begins.',
      cure: 'Set its end after its beginning; hours over midnight are two windows on two days.',
    })
  if (contacts.phoneColumn >= columns || (contacts.nameColumn ?? 0) >= columns)
    throw refused({
      code: 'bad_column',
      field: 'file',
      what: `The file has ${columns} columns only.`,
      cure: 'Choose the columns again.',
    })
  if (!isCountry(contacts.defaultCountry))
    throw refused({
      code: 'bad_country',
      field: 'defaultCountry',
      what: `There is no country “${contacts.defaultCountry}”.`,
      cure: 'Choose one from the list.',
    })
}
