import type { InferContractRouterInputs } from '@orpc/contract'
import type { ContactQuery } from '../../../../src-main/contract/contact-query.ts'
import type { Contract } from '../../../../src-main/contract/contract.ts'
import { chosenCount, type Selection } from '../../grid/selection.ts'

/** What an action is about, and how many that are. */
export interface Chosen {
  readonly selection: InferContractRouterInputs<Contract>['contacts']['act']['selection']
  readonly contacts: number
}

/** As the engine takes it; `undefined` where nothing is selected. */
export function chosenOf(selection: Selection, query: ContactQuery, total: number): Chosen | undefined {
  const contacts = chosenCount(selection, total)
  if (contacts === 0) return undefined
  return selection.is === 'some'
    ? { selection: { contacts: [...selection.keys] }, contacts }
    : { selection: { query, except: [...selection.except] }, contacts }
}
