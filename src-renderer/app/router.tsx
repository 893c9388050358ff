import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router'
import { parseActivityFilter } from '../features/activity/filter.ts'
import { Agents } from '../features/agents/Agents.tsx'
import { BusinessHours } from '../features/business-hours/BusinessHours.tsx'
import { Calls } from '../features/calls/Calls.tsx'
import { CallTable } from '../features/calls/CallTable.tsx'
import { parseCallSearch } from '../features/calls/search.ts'
import { parseAnalyticsSearch } from '../features/campaign/analytics/search.ts'
import { CampaignPage } from '../features/campaign/CampaignPage.tsx'
import { Contacts } from '../features/campaign/contacts/Contacts.tsx'
import { parseLeadSearch } from '../features/campaign/contacts/filter.ts'
import { Dashboard } from '../features/campaign/dashboard/Dashboard.tsx'
import { parseHeatView } from '../features/campaign/dashboard/heatmap/view.ts'
import { Rotation } from '../features/campaign/numbers/Rotation.tsx'
import { Settings } from '../features/campaign/settings/Settings.tsx'
import { Campaigns } from '../features/campaigns/Campaigns.tsx'
import { parseCampaignFilter } from '../features/campaigns/filter.ts'
import { rememberedFilter } from '../features/campaigns/remembered.ts'
import { Compliance } from '../features/compliance/Compliance.tsx'
import { Contacts as AllContacts } from '../features/contacts/Contacts.tsx'
import { parseContactSearch } from '../features/contacts/search.ts'
import { parseDoNotCallFilter } from '../features/do-not-call/filter.ts'
import { parseHistorySearch } from '../features/history/filter.ts'
import { Home } from '../features/home/Home.tsx'
import { LiveCalls } from '../features/live-calls/LiveCalls.tsx'
import { parseWizardSearch } from '../features/new-campaign/steps.ts'
import { Notices, parseNoticeSearch } from '../features/notices/Notices.tsx'
import { Numbers } from '../features/numbers/Numbers.tsx'
import { parseTrunkSearch, Trunks } from '../features/trunks/Trunks.tsx'
import { parseImportSearch } from '../ui/files/import-target.ts'
import { Frame } from './Frame.tsx'
import { NoPage, PageFailed } from './PageFailed.tsx'

/** Ids in the address; anything else leads to "no such page". */
const id = ({ id: raw }: { id: string }) => ({ id: Number(raw) || 0 })
const parseId = { parse: id, stringify: ({ id: value }: { id: number }) => ({ id: String(value) }) }

const root = createRootRoute({ component: Frame, notFoundComponent: NoPage, errorComponent: PageFailed })

const home = createRoute({ getParentRoute: () => root, path: '/', component: Home })
const wallboard = createRoute({
  getParentRoute: () => root,
  path: '/wallboard',
  component: lazyRouteComponent(() => import('../features/wallboard/Wallboard.tsx'), 'Wallboard'),
})
const live = createRoute({ getParentRoute: () => root, path: '/live', component: LiveCalls })
const activity = createRoute({
  getParentRoute: () => root,
  path: '/activity',
  validateSearch: parseActivityFilter,
  component: lazyRouteComponent(() => import('../features/activity/Activity.tsx'), 'Activity'),
})
const notices = createRoute({
  getParentRoute: () => root,
  path: '/notifications',
  component: Notices,
  validateSearch: parseNoticeSearch,
})

const campaigns = createRoute({
  getParentRoute: () => root,
  path: '/campaigns',
  component: Campaigns,
  validateSearch: parseCampaignFilter,
  beforeLoad: ({ cause, search }) => {
    const remembered = rememberedFilter()
    if (cause !== 'enter' || Object.keys(search).length > 0 || Object.keys(remembered).length === 0) return
    throw redirect({ to: '/campaigns', search: remembered, replace: true })
  },
})
const newCampaign = createRoute({
  getParentRoute: () => root,
  path: '/campaigns/new',
  validateSearch: parseWizardSearch,
  component: lazyRouteComponent(() => import('../features/new-campaign/NewCampaign.tsx'), 'NewCampaign'),
})
const campaign = createRoute({
  getParentRoute: () => root,
  path: '/campaigns/$id',
  params: parseId,
  component: CampaignPage,
})
const dashboard = createRoute({
  getParentRoute: () => campaign,
  path: '/',
  component: Dashboard,
  validateSearch: parseHeatView,
})
const contacts = createRoute({
  getParentRoute: () => campaign,
  path: 'contacts',
  component: Contacts,
  validateSearch: parseLeadSearch,
})
const campaignCalls = createRoute({
  getParentRoute: () => campaign,
  path: 'calls',
  validateSearch: parseCallSearch,
  component: function CampaignCalls() {
    return <CallTable campaign={campaignCalls.useParams().id} />
  },
})
const analytics = createRoute({
  getParentRoute: () => campaign,
  path: 'analytics',
  validateSearch: parseAnalyticsSearch,
  component: lazyRouteComponent(() => import('../features/campaign/analytics/Analytics.tsx'), 'Analytics'),
})
const report = createRoute({
  getParentRoute: () => root,
  path: '/campaigns/$id/report',
  params: parseId,
  validateSearch: parseAnalyticsSearch,
  component: lazyRouteComponent(() => import('../features/campaign/analytics/report/Report.tsx'), 'Report'),
})
const campaignNumbers = createRoute({ getParentRoute: () => campaign, path: 'numbers', component: Rotation })
const settings = createRoute({ getParentRoute: () => campaign, path: 'settings', component: Settings })

const agents = createRoute({ getParentRoute: () => root, path: '/agents', component: Agents })
const agent = createRoute({
  getParentRoute: () => root,
  path: '/agents/$id',
  params: parseId,
  component: lazyRouteComponent(() => import('../features/agents/AgentPage.tsx'), 'AgentPage'),
})
const agentFlow = createRoute({
  getParentRoute: () => root,
  path: '/agents/$id/flow',
  params: parseId,
  component: lazyRouteComponent(() => import('../features/agents/flow/FlowPage.tsx'), 'FlowPage'),
})
const numbers = createRoute({ getParentRoute: () => root, path: '/numbers', component: Numbers })
const businessHours = createRoute({
  getParentRoute: () => root,
  path: '/business-hours',
  component: BusinessHours,
})
const compliance = createRoute({ getParentRoute: () => root, path: '/compliance', component: Compliance })
const trunks = createRoute({
  getParentRoute: () => root,
  path: '/trunks',
  component: Trunks,
  validateSearch: parseTrunkSearch,
})
const allContacts = createRoute({
  getParentRoute: () => root,
  path: '/contacts',
  component: AllContacts,
  validateSearch: parseContactSearch,
})
const doNotCall = createRoute({
  getParentRoute: () => root,
  path: '/contacts/do-not-call',
  validateSearch: parseDoNotCallFilter,
  component: lazyRouteComponent(() => import('../features/do-not-call/DoNotCall.tsx'), 'DoNotCall'),
})
const contact = createRoute({
  getParentRoute: () => root,
  path: '/contacts/$id',
  params: parseId,
  component: lazyRouteComponent(() => import('../features/contact/ContactPage.tsx'), 'ContactPage'),
})
const importContacts = createRoute({
  getParentRoute: () => root,
  path: '/contacts/import',
  validateSearch: parseImportSearch,
  component: lazyRouteComponent(() => import('../features/import/ImportPage.tsx'), 'ImportPage'),
})
const importResult = createRoute({
  getParentRoute: () => root,
  path: '/contacts/imports/$id',
  params: parseId,
  component: lazyRouteComponent(
    () => import('../features/import/result/ImportResultPage.tsx'),
    'ImportResultPage',
  ),
})
const history = createRoute({
  getParentRoute: () => root,
  path: '/contacts/history',
  validateSearch: parseHistorySearch,
  component: lazyRouteComponent(() => import('../features/history/History.tsx'), 'History'),
})
const preferences = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  component: lazyRouteComponent(() => import('../features/settings/SettingsPage.tsx'), 'SettingsPage'),
})
const preferencesIndex = createRoute({
  getParentRoute: () => preferences,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/settings/workspace', replace: true })
  },
})
const workspaceSettings = createRoute({
  getParentRoute: () => preferences,
  path: 'workspace',
  component: lazyRouteComponent(
    () => import('../features/settings/WorkspaceSettings.tsx'),
    'WorkspaceSettings',
  ),
})
const noticeSettings = createRoute({
  getParentRoute: () => preferences,
  path: 'notifications',
  component: lazyRouteComponent(() => import('../features/settings/NoticeSettings.tsx'), 'NoticeSettings'),
})
const backupSettings = createRoute({
  getParentRoute: () => preferences,
  path: 'backups',
  component: lazyRouteComponent(() => import('../features/settings/BackupSettings.tsx'), 'BackupSettings'),
})
const retentionSettings = createRoute({
  getParentRoute: () => preferences,
  path: 'retention',
  component: lazyRouteComponent(
    () => import('../features/settings/RetentionSettings.tsx'),
    'RetentionSettings',
  ),
})
const speechSettings = createRoute({
  getParentRoute: () => preferences,
  path: 'speech',
  component: lazyRouteComponent(() => import('../features/settings/SpeechSettings.tsx'), 'SpeechSettings'),
})
const configuration = createRoute({
  getParentRoute: () => preferences,
  path: 'configuration',
  component: lazyRouteComponent(() => import('../features/settings/Configuration.tsx'), 'Configuration'),
})
const appearance = createRoute({
  getParentRoute: () => preferences,
  path: 'appearance',
  component: lazyRouteComponent(() => import('../features/settings/Appearance.tsx'), 'Appearance'),
})
const logView = createRoute({
  getParentRoute: () => preferences,
  path: 'log',
  component: lazyRouteComponent(() => import('../features/settings/LogView.tsx'), 'LogView'),
})
const about = createRoute({
  getParentRoute: () => preferences,
  path: 'about',
  component: lazyRouteComponent(() => import('../features/settings/About.tsx'), 'About'),
})
const allAnalytics = createRoute({
  getParentRoute: () => root,
  path: '/analytics',
  component: lazyRouteComponent(() => import('../features/analytics/AllAnalytics.tsx'), 'AllAnalytics'),
})
const calls = createRoute({
  getParentRoute: () => root,
  path: '/calls',
  component: Calls,
  validateSearch: parseCallSearch,
})
const call = createRoute({
  getParentRoute: () => root,
  path: '/calls/$id',
  params: parseId,
  component: lazyRouteComponent(() => import('../features/call/CallPage.tsx'), 'CallPage'),
})

/** Every view has its own address; both hosts answer all of them with the one page. */
export const router = createRouter({
  routeTree: root.addChildren([
    home,
    wallboard,
    live,
    notices,
    activity,
    campaigns,
    newCampaign,
    campaign.addChildren([dashboard, contacts, campaignCalls, analytics, campaignNumbers, settings]),
    report,
    allContacts,
    agents,
    agent,
    agentFlow,
    numbers,
    businessHours,
    compliance,
    trunks,
    doNotCall,
    contact,
    importContacts,
    importResult,
    history,
    preferences.addChildren([
      preferencesIndex,
      workspaceSettings,
      noticeSettings,
      backupSettings,
      retentionSettings,
      speechSettings,
      configuration,
      appearance,
      logView,
      about,
    ]),
    allAnalytics,
    calls,
    call,
  ]),
  // Nothing that its page has not read reaches it: an address may come from anywhere.
  search: { strict: true },
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
