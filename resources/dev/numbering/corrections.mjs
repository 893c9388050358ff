// What the origin lacks, has wrong, or splits finer than a number that moved with its owner allows.

/** Area codes laid over each other: what may stand in one may stand in all. */
export const overlays = [
  ['850', '448'],
  ['812', '930'],
  ['270', '364'],
  ['423', '729'],
  ['208', '986'],
  ['541', '458'],
  ['308', '402', '531'],
  ['807', '705', '249', '683'],
  ['418', '581', '367', '273'],
  ['709', '879'],
  ['250', '236', '672', '778'],
  ['306', '639', '474'],
]

/** Of North American area codes that are missing, wrong, or that provinces share (`null`). */
export const regionsOfCodes = { 273: 'QC', 782: null, 867: null, 902: null }
export const countriesOfCodes = { 782: 'CA', 867: 'CA', 902: 'CA' }
export const zonesOfCodes = {
  273: ['America/Toronto'],
  306: ['America/Regina', 'America/Edmonton', 'America/Winnipeg'],
  // Laid over 407, Orlando; the origin has it in Central time.
  689: ['America/New_York'],
  867: ['America/Toronto', 'America/Winnipeg', 'America/Edmonton', 'America/Whitehorse'],
}

/** Prefixes whose zone changed its time since, or that are told apart too finely or not at all. */
export const zonesOfPrefixes = {
  // Recife and Belém lie an hour from the zone that the origin falls back to.
  5581: ['America/Noronha', 'America/Sao_Paulo'],
  5591: ['America/Manaus', 'America/Sao_Paulo'],
  5593: ['America/Manaus', 'America/Sao_Paulo'],
  5594: ['America/Manaus', 'America/Sao_Paulo'],
  5597: ['America/Manaus', 'America/Rio_Branco'],
  // Kaliningrad has had no summer time since 2014, unlike the zone that the origin names for it.
  7401: ['Europe/Kaliningrad'],
  7385: ['Asia/Barnaul'],
  7845: ['Europe/Saratov'],
  7302: ['Asia/Chita'],
  7424: ['Asia/Sakhalin'],
  // Queensland keeps no summer time; the origin follows its neighbour wherever it does not know better.
  617: ['Australia/Brisbane', 'Australia/Sydney'],
  // Darwin keeps no summer time, Adelaide does; the origin knows only one of them.
  618: ['Australia/Adelaide', 'Australia/Darwin', 'Australia/Perth'],
  6188: ['Australia/Adelaide', 'Australia/Darwin'],
  6189: ['Australia/Perth'],
}

/** Prefixes below which the origin is not followed. */
export const coarse = ['5581', '5591', '5593', '5594', '5597', '617', '618']

export const canadian = new Set('AB BC MB NB NL NS NT NU ON PE QC SK YT'.split(' '))

/** ISO 3166-2 without the country; as written in the origin. */
export const regionNames = {
  Alabama: 'AL',
  Alaska: 'AK',
  Alberta: 'AB',
  Arizona: 'AZ',
  Arkansas: 'AR',
  'British Colombia': 'BC',
  'British Columbia': 'BC',
  California: 'CA',
  Colorado: 'CO',
  Connecticut: 'CT',
  Delaware: 'DE',
  Florida: 'FL',
  Georgia: 'GA',
  Hawaii: 'HI',
  Idaho: 'ID',
  Illinois: 'IL',
  Indiana: 'IN',
  Iowa: 'IA',
  Kansas: 'KS',
  Kentucky: 'KY',
  Louisiana: 'LA',
  Maine: 'ME',
  Manitoba: 'MB',
  Maryland: 'MD',
  Massachusetts: 'MA',
  Michigan: 'MI',
  Minnesota: 'MN',
  Mississippi: 'MS',
  Missouri: 'MO',
  Montana: 'MT',
  Nebraska: 'NE',
  Nevada: 'NV',
  'New Brunswick': 'NB',
  'New Hampshire': 'NH',
  'New Jersey': 'NJ',
  'New Mexico': 'NM',
  'New York': 'NY',
  'Newfoundland and Labrador': 'NL',
  'North Carolina': 'NC',
  'North Dakota': 'ND',
  Ohio: 'OH',
  Oklahoma: 'OK',
  Ontario: 'ON',
  Oregon: 'OR',
  Pennsylvania: 'PA',
  Quebec: 'QC',
  'Rhode Island': 'RI',
  Saskatchewan: 'SK',
  'South Carolina': 'SC',
  'South Dakota': 'SD',
  Tennessee: 'TN',
  Texas: 'TX',
  Utah: 'UT',
  Vermont: 'VT',
  Virginia: 'VA',
  'Washington D.C.': 'DC',
  'Washington State': 'WA',
  'West Virginia': 'WV',
  Wisconsin: 'WI',
  Wyoming: 'WY',
}
