import type { InferContractRouterInputs } from '@orpc/contract'
import type { Contract } from '../../../src-main/contract/contract.ts'

/** Which calls, as the engine is asked; what is left out asks for nothing. */
export type AskedCalls = InferContractRouterInputs<Contract>['calls']['count']['filter'] & object
