import { implement } from '@orpc/server'
import { contract } from '../contract/contract.ts'
import { coming } from './coming.ts'
import type { Services } from './services.ts'

const os = implement(contract.notices).$context<Services>()

export const notices = os.router({
  list: os.list.handler(coming),
  read: os.read.handler(coming),
  readAll: os.readAll.handler(coming),
})
