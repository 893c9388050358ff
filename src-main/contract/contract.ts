import { activity } from './activity.ts'
import { agents } from './agents.ts'
import { analytics } from './analytics.ts'
import { backups } from './backups.ts'
import { businessHours } from './business-hours.ts'
import { calls } from './calls.ts'
import { campaigns } from './campaigns.ts'
import { compliance } from './compliance.ts'
import { configuration } from './configuration.ts'
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
import { trunks } from './lines.ts'
import { notices } from './notices.ts'
import { numbers } from './numbers.ts'
import { outlook } from './outlook.ts'
import { preferences } from './preferences.ts'
import { rehearsals } from './rehearsal.ts'
import { results } from './results.ts'
import { speech } from './speech.ts'
import { trialCalls } from './trial-calls.ts'
import { workspace } from './workspace.ts'

/** Everything that crosses between the interface and the engine, over MessagePort or WebSocket. */
export const contract = {
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
  lists,
  segments,
  tags,
  imports,
  jobs,
  doNotCall,
  calls,
  results,
  analytics,
  agents,
  trialCalls,
  speech,
  numbers,
  trunks,
}
export type Contract = typeof contract
