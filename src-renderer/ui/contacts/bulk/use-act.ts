import type { InferContractRouterInputs } from '@orpc/contract'
import { useMutation } from '@tanstack/react-query'
import type { Contract } from '../../../../src-main/contract/contract.ts'
import { api } from '../../../api/client.ts'
import { keepAct } from '../../jobs/acted.ts'
import { useTellJobEnd } from '../../jobs/use-job-ends.ts'

/** What can be done with many contacts. */
export type ContactActs = InferContractRouterInputs<Contract>['contacts']['act']['action']

/** Does something with many contacts. A quick end is told at once, with its way back; a long one by the tray. */
export function useAct(onDone: () => void) {
  const tell = useTellJobEnd()
  return useMutation(
    api.contacts.act.mutationOptions({
      onSuccess: job => {
        keepAct(job.id)
        tell(job)
        onDone()
      },
    }),
  )
}
