import type { E164 } from '../domain/ids.ts'
import type { Place } from '../domain/place.ts'
import { countryOf } from './phone.ts'

/** Where a number may be. */
export const placeOf = (number: E164): Place => ({
  country: countryOf(number),
  region: null,
  zones: ['Europe/Berlin'],
  line: 'unknown',
})
