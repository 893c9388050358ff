import type { E164 } from '../domain/ids.ts'
import { areaOf } from './area-of.ts'
import { placeOf } from './place-of.ts'

/** Where one of our own numbers belongs: for local match, and for the day that its cap counts. */
export interface NumberHome {
  readonly country: string | null
  /** Leading digits that stand for its area; may be empty. */
  readonly area: string
  /** IANA. */
  readonly zone: string
}

/** @param ownZone of the workspace: counts where the number may stand in several zones and this is one of them */
export function homeOf(number: E164, ownZone: string): NumberHome {
  const { country, zones } = placeOf(number)
  const zone = zones.includes(ownZone) ? ownZone : (zones[0] ?? ownZone)
  return { country, area: areaOf(number), zone }
}
