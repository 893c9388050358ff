import { implement } from '@orpc/server'
import { contract } from '../contract/contract.ts'
import { storeFailure } from '../store/failure.ts'
import { activity } from './activity.ts'
import { agents } from './agents.ts'
import { analytics } from './analytics.ts'
import { backups } from './backups.ts'
import { badInput } from './bad-input.ts'
import { businessHours } from './business-hours.ts'
import { calls } from './calls.ts'
import { campaigns } from './campaigns.ts'
import { compliance } from './compliance.ts'
import { lists, segments, tags } from './contact-groups.ts'
import { contacts } from './contacts.ts'
import { doNotCall } from './do-not-call.ts'
import { forecast } from './forecast.ts'
import { health } from './health.ts'
import { heatmap } from './heatmap.ts'
import { holds } from './holds.ts'
import { imports } from './imports.ts'
import { jobs } from './jobs.ts'
import { launch } from './launch.ts'
import { notices } from './notices.ts'
import { numbers } from './numbers.ts'
import { outlook } from './outlook.ts'
import { preferences } from './preferences.ts'
import { refused } from './refuse.ts'
import { rehearsals } from './rehearsals.ts'
import { results } from './results.ts'
import type { Services } from './services.ts'
import { speech } from './speech.ts'
import { trialCalls } from './trial-calls.ts'
import { trunks } from './trunks.ts'
import { workspace } from './workspace.ts'
import { configuration } from './workspace-configuration.ts'

/** The contract with its handlers; a host puts its transport before it. */
export const router = implement(contract)
  .$context<Services>()
  // A workspace that cannot be read is told like one that cannot be written; input that does not fit, at its field.
  .use(async ({ next, context }) => {
    try {
      return await next()
    } catch (error) {
      const failure = storeFailure(error, context.about.dataDir)
      if (failure === null) throw badInput(error) ?? error
      throw refused({ code: 'store', what: failure.message, cure: 'Nothing was changed.' })
    }
  })
  .router({
    workspace,
    notices,
    activity,
    backups,
    preferences,
    configuration,
    campaigns,
    launch,
    forecast,
    outlook,
    rehearsals,
    health,
    heatmap,
    holds,
    compliance,
    businessHours,
    contacts,
    imports,
    calls,
    results,
    analytics,
    agents,
    trialCalls,
    speech,
    numbers,
    trunks,
    jobs,
    lists,
    segments,
    tags,
    doNotCall,
  })
