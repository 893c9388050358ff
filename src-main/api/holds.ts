import { implement } from '@orpc/server'
import { contract } from '../contract/contract.ts'
import { coming } from './coming.ts'
import { decisions } from './decisions.ts'
import type { Services } from './services.ts'

const os = implement(contract.holds).$context<Services>()

export const holds = os.router({
  whyNotNow: os.whyNotNow.handler(coming),
  decisions: os.decisions.handler(({ input, context }) => decisions(context, input)),
})
