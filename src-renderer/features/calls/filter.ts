import { type CallResult, resultLooks } from '../../ui/status.ts'

/** What the list shows, as it stands in the address. */
export interface CallFilter {
  readonly result?: readonly CallResult[]
  readonly search?: string
}

export function parseCallFilter({ result, search }: Record<string, unknown>): CallFilter {
  const known = Array.isArray(result) ? result.filter((one): one is CallResult => one in resultLooks) : []
  return {
    ...(known.length > 0 && { result: known }),
    ...(typeof search === 'string' && search && { search }),
  }
}
