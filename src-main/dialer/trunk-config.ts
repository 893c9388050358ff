import type { TrunkId } from '../domain/ids.ts'
import type { TrunkSettings } from '../domain/trunk.ts'

/** What is needed to place calls over a trunk. Limits and rates are the engine's business. */
export interface TrunkConfig {
  readonly id: TrunkId
  readonly name: string
  readonly settings: TrunkSettings
  /** `null`: the trunk asks for none. */
  readonly password: string | null
  /** Timer T1 of RFC 3261 in ms; 500 where absent. */
  readonly t1Ms?: number
}

/** True where both need the very same SIP line: a new name or limit must not end a registration. */
export const needSameLine = (a: TrunkConfig, b: TrunkConfig): boolean => lineKey(a) === lineKey(b)

const lineKey = ({ settings, password, t1Ms }: TrunkConfig): string => {
  const { maxCalls: _, callsPerSecond: __, numberFormat: ___, ...line } = settings
  return JSON.stringify([line, password, t1Ms])
}
