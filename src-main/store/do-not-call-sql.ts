/** Places in countries that are never called. */
export const blockedPlacesSql = 'SELECT places.id FROM places JOIN blocked_countries USING (country)'

/**
 * Over `contacts`: the first number is kept out of every campaign, by itself, by its prefix or by its country.
 * @param now SQL for the present, in ms
 */
export const onDoNotCall = (now: string): string => `(EXISTS (
    SELECT 1 FROM suppressions WHERE suppressions.number = contacts.phone AND suppressions.scope = 'all'
      AND (suppressions.expires_at IS NULL OR suppressions.expires_at > ${now}))
  OR EXISTS (SELECT 1 FROM blocked_prefixes WHERE contacts.phone LIKE blocked_prefixes.prefix || '%')
  OR contacts.place_id IN (${blockedPlacesSql}))`
