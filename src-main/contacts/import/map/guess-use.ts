import type { ColumnUse } from '../../../domain/import-plan.ts'
import { variableName } from './variable-name.ts'

const familyName = /^(last_?name|surname|family_?name|nachname|zuname|familienname)$/

/** Comes last where a name is in several columns. */
export const isFamilyName = (heading: string): boolean => familyName.test(variableName(heading))

/**
 * Headings in English and German, and those of exports from Salesforce, HubSpot, Pipedrive, Zoho, Outlook and Google
 * Contacts, as variable names. The first that fits counts.
 */
const headings: readonly (readonly [pattern: RegExp, use: ColumnUse])[] = [
  [/opt_?out|do_not_call|^dnc$|fax|ext(ension)?$|e_?mail/, { as: 'field', key: '' }],
  [
    /consent|opt_?in|einwilligung|zustimmung|^einw$|werbeerlaubnis|gdpr|dsgvo/,
    { as: 'consent', kind: 'express' },
  ],
  [
    /^(phone|telephone|tel|mobile|cell|number|msisdn|telefon|handy|mobil|rufnummer|telefonnummer|nummer)$/,
    { as: 'phone_number' },
  ],
  [
    /(phone|mobile|telefon|mobil|rufnummer|handy|cell|tel)_?(number|no|nr|nummer|phone|1|2|3|value)?(_\d)?(_value)?$/,
    { as: 'phone_number' },
  ],
  [/^(home|work|business|primary|main|other|company)_?(phone|mobile|tel)/, { as: 'phone_number' }],
  [
    /^(name|contact_?name|full_?name|display_?name|contact|customer(_name)?|lead_name|deal_contact_person|person_name|ansprechpartner|kunde|kundenname|kontakt|vor_und_nachname|teilnehmer)$/,
    { as: 'contact_name' },
  ],
  [/^(first_?name|given_?name|vorname)$/, { as: 'contact_name' }],
  [familyName, { as: 'contact_name' }],
  [
    /^(tags?|labels?|group_membership|groups?|gruppen?|kategorien?|categor(y|ies)|schlagw(ort|örter))$/,
    { as: 'tags' },
  ],
  [/^(time_?zone|timezone|zone|tz|zeitzone|iana_zone)$/, { as: 'zone' }],
  [
    /^(state|province|state_province|region|state_region|mailing_state|billing_state|business_state|home_state|bundesland|kanton)$/,
    { as: 'region' },
  ],
  [/^(language|lang|locale|sprache|preferred_language|korrespondenzsprache)$/, { as: 'language' }],
  [/^(priority|prio|priorität|prioritaet|dringlichkeit)$/, { as: 'priority' }],
]

const written = /written|schriftlich/

/** What a column most likely holds, by its heading alone. */
export function guessUse(heading: string): ColumnUse {
  const name = variableName(heading)
  const use = headings.find(([pattern]) => pattern.test(name))?.[1]
  if (use?.as === 'consent' && written.test(name)) return { as: 'consent', kind: 'express_written' }
  if (use !== undefined && use.as !== 'field') return use
  return name === '' ? { as: 'leave_out' } : { as: 'field', key: name }
}
