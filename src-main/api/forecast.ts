import { implement } from '@orpc/server'
import { contract } from '../contract/contract.ts'
import { coming } from './coming.ts'
import type { Services } from './services.ts'

const os = implement(contract.forecast).$context<Services>()

export const forecast = os.router({ run: os.run.handler(coming) })
