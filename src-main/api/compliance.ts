import { implement } from '@orpc/server'
import { contract } from '../contract/contract.ts'
import { coming } from './coming.ts'
import type { Services } from './services.ts'

const os = implement(contract.compliance).$context<Services>()

export const compliance = os.router({
  profiles: os.profiles.handler(coming),
  switchOff: os.switchOff.handler(coming),
  switchOn: os.switchOn.handler(coming),
  ofCampaign: os.ofCampaign.handler(coming),
})
