import type { InferContractRouterInputs } from '@orpc/contract'
import { useMutation } from '@tanstack/react-query'
import type { Contract } from '../../../../src-main/contract/contract.ts'
import { api } from '../../../api/client.ts'
import { keepAct } from '../../jobs/acted.ts'
import { useTellJobEnd } from '../../jobs/use-job-ends.ts'

/** What can be done with many contacts. */
export type ContactActs = InferContractRouterInputs<Contract>['contacts']['act']['action']

/** After these a contact may not be in the list any more. */
const leaves: ReadonlySet<ContactActs['do']> = new Set(['delete', 'remove', 'remove_from_list'])

/** Does something with many contacts. A quick end is told at once, with its way back; a long one by the tray. */
export function useAct(onDone: () => void) {
  const tell = useTellJobEnd()
  return useMutation(
    api.contacts.act.mutationOptions({
      onSuccess: (job, { action }) => {
        keepAct(job.id)
        tell(job, !leaves.has(action.do))
        onDone()
      },
    }),
  )
}
