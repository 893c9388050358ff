import { implement } from '@orpc/server'
import { contract } from '../contract/contract.ts'
import { coming } from './coming.ts'
import type { Services } from './services.ts'

const os = implement(contract.launch).$context<Services>()

export const launch = os.router({
  definitions: os.definitions.handler(coming),
  preview: os.preview.handler(coming),
  start: os.start.handler(coming),
})
