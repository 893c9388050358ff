import { implement } from '@orpc/server'
import { contract } from '../contract/contract.ts'
import { coming } from './coming.ts'
import type { Services } from './services.ts'

const os = implement(contract.businessHours).$context<Services>()

export const businessHours = os.router({
  list: os.list.handler(coming),
  create: os.create.handler(coming),
  update: os.update.handler(coming),
  remove: os.remove.handler(coming),
  nextHolidays: os.nextHolidays.handler(coming),
  holidayPlaces: os.holidayPlaces.handler(coming),
})
