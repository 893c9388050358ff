/** What kind of line a number is, by the numbering plan of its country. */
export const phoneTypes = [
  'mobile',
  'fixed',
  /** One plan for both, as in North America. */
  'fixed_or_mobile',
  'voip',
  'toll_free',
  'premium',
  'shared_cost',
  'personal',
  'pager',
  'company',
  'voicemail',
] as const
export type PhoneType = (typeof phoneTypes)[number]
