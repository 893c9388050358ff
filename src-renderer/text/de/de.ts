import type { Texts } from '../texts.ts'
import { activity } from './activity.ts'
import { agents } from './agents.ts'
import { analytics } from './analytics.ts'
import { businessHours } from './business-hours.ts'
import { call } from './call.ts'
import { callHere } from './call-here.ts'
import { calls } from './calls.ts'
import { campaign } from './campaign.ts'
import { campaigns } from './campaigns.ts'
import { compliance } from './compliance.ts'
import { contact } from './contact.ts'
import { contactFilter } from './contact-filter.ts'
import { contacts } from './contacts.ts'
import { doNotCall } from './do-not-call.ts'
import { exports } from './exports.ts'
import { flow } from './flow.ts'
import { goals } from './goals.ts'
import { grid } from './grid.ts'
import { health } from './health.ts'
import { heatmap } from './heatmap.ts'
import { help } from './help.ts'
import { history } from './history.ts'
import { home } from './home.ts'
import { imports } from './imports.ts'
import { jobs } from './jobs.ts'
import { language } from './language.ts'
import { launch } from './launch.ts'
import { listen } from './listen.ts'
import { liveCalls } from './live-calls.ts'
import { moves } from './moves.ts'
import { newCampaign } from './new-campaign.ts'
import { notices } from './notices.ts'
import { numbers } from './numbers.ts'
import { pause } from './pause.ts'
import { preferences } from './preferences.ts'
import { rehearsal } from './rehearsal.ts'
import { rotation } from './rotation.ts'
import { schedule } from './schedule.ts'
import { sentence } from './sentence.ts'
import { settings } from './settings.ts'
import { shell } from './shell.ts'
import { told } from './told/told.ts'
import { trunks } from './trunks.ts'
import { upload } from './upload.ts'
import { wallboard } from './wallboard.ts'
import { why } from './why.ts'
import { words } from './words.ts'
export const de: Texts = {
  activity,
  why,
  compliance,
  businessHours,
  agents,
  analytics,
  call,
  callHere,
  calls,
  campaign,
  campaigns,
  contact,
  doNotCall,
  contactFilter,
  contacts,
  goals,
  grid,
  exports,
  help,
  flow,
  health,
  heatmap,
  history,
  home,
  imports,
  jobs,
  language,
  launch,
  listen,
  liveCalls,
  moves,
  newCampaign,
  notices,
  numbers,
  pause,
  preferences,
  rehearsal,
  rotation,
  schedule,
  sentence,
  settings,
  shell,
  told,
  trunks,
  upload,
  wallboard,
  words,
}
