import type { ReadPhone } from '../../engine/import/phone.ts'
import type { TrunkUri } from './trunk-uri.ts'

/** What `campaign run` was asked for. */
export interface RunFlags {
  readonly data: string
  readonly contacts: string
  readonly trunk: TrunkUri
  readonly callerId: Extract<ReadPhone, { number: string }>
  readonly agent: string
  readonly concurrency: number
  readonly name?: string
  readonly country?: string
  readonly ring: number
  readonly maxRetries: number
  readonly wait?: number
  readonly anyTime: boolean
  readonly record: boolean
  readonly json: boolean
}
