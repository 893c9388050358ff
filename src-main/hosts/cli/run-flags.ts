/** `campaign run` as it was typed; numbers are checked already. */
export interface RunFlags {
  readonly data: string
  readonly contacts: string
  readonly trunk: string
  readonly callerId: string
  readonly agent: string
  readonly concurrency: number
  readonly name?: string
  readonly country?: string
  readonly ring: string
  readonly maxRetries: number
  readonly wait?: number
  readonly anyTime: boolean
  readonly record: boolean
  readonly json: boolean
}
