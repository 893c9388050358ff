import { implement } from '@orpc/server'
import { contract } from '../contract/contract.ts'
import { contactsAct } from './contacts-act.ts'
import { contactsRead } from './contacts-read.ts'
import { contactsWrite } from './contacts-write.ts'
import type { Services } from './services.ts'

const os = implement(contract.contacts).$context<Services>()

export const contacts = os.router({ ...contactsRead, ...contactsWrite, ...contactsAct })
