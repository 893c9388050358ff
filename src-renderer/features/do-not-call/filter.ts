/** What the list shows, as it stands in the address. */
export interface DoNotCallFilter {
  readonly search?: string
  readonly scope?: 'all' | 'campaign'
  readonly view?: 'blocks'
}

export function parseDoNotCallFilter({ search, scope, view }: Record<string, unknown>): DoNotCallFilter {
  return {
    // An address writes a number of digits only as a number.
    ...((typeof search === 'string' || typeof search === 'number') &&
      search !== '' && { search: String(search) }),
    ...((scope === 'all' || scope === 'campaign') && { scope }),
    ...(view === 'blocks' && { view }),
  }
}
