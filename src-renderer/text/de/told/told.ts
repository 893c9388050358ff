import { phrasebook } from '../../phrasebook.ts'
import { calls } from './calls.ts'
import { flow } from './flow.ts'
import { holds } from './holds.ts'
import { jobs } from './jobs.ts'
import { notices } from './notices.ts'
import { refusals } from './refusals.ts'
import { rules } from './rules.ts'
import { scores } from './scores.ts'
import { testCall } from './test-call.ts'

/** Each of several trunks with its cause. */
const named = [['{name:name}: {why:said}', '{name}: {why}']] as const

export const told = phrasebook([
  ...testCall,
  ...scores,
  ...holds,
  ...notices,
  ...flow,
  ...calls,
  ...jobs,
  ...refusals,
  ...rules,
  ...named,
])
