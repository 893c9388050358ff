import type { AgentNumbersTable, AgentsTable, AgentVersionsTable } from './tables/agents.ts'
import type { CallEventsTable, CallSumsTable, CallsTable, CallTracesTable } from './tables/calls.ts'
import type {
  BusinessHoursTable,
  CampaignHoursTable,
  CampaignNumbersTable,
  CampaignsTable,
  CampaignTotalsTable,
  CampaignTrunksTable,
} from './tables/campaigns.ts'
import type {
  ConsentsTable,
  ContactChangesTable,
  ContactsTable,
  ContactTagsTable,
  FurtherPhonesTable,
  ListContactsTable,
  ListsTable,
  PlacesTable,
  SegmentsTable,
  TagsTable,
} from './tables/contacts.ts'
import type { CallQuartersTable, GoalCountsTable } from './tables/heatmap.ts'
import type { ImportMappingsTable, JobsTable } from './tables/jobs.ts'
import type {
  BlockedCountriesTable,
  BlockedPrefixesTable,
  DecisionsTable,
  RuleSetsTable,
  SuppressionsTable,
} from './tables/law.ts'
import type { LeadCountsTable, LeadQueueTable, LeadsTable } from './tables/leads.ts'
import type { NumberDaysTable, NumbersTable, TestCallsTable, TrunksTable } from './tables/lines.ts'
import type { AnswersTable, GoalResultsTable, GoalsTable, QuestionsTable } from './tables/results.ts'
import type { AuditTable, NoticesTable, SettingsTable } from './tables/workspace.ts'

/** Rows as they stand in the file. Times are `Instant`s, booleans 0 or 1, structures JSON text. */
export interface Tables {
  readonly settings: SettingsTable
  readonly trunks: TrunksTable
  readonly test_calls: TestCallsTable
  readonly numbers: NumbersTable
  readonly number_days: NumberDaysTable
  readonly places: PlacesTable
  readonly business_hours: BusinessHoursTable
  readonly agents: AgentsTable
  readonly agent_versions: AgentVersionsTable
  readonly agent_numbers: AgentNumbersTable
  readonly campaigns: CampaignsTable
  readonly campaign_trunks: CampaignTrunksTable
  /** A view: the group of each campaign, or the default trunk. */
  readonly used_trunks: CampaignTrunksTable
  readonly campaign_numbers: CampaignNumbersTable
  readonly contacts: ContactsTable
  readonly further_phones: FurtherPhonesTable
  readonly consents: ConsentsTable
  readonly lists: ListsTable
  readonly list_contacts: ListContactsTable
  readonly tags: TagsTable
  readonly contact_tags: ContactTagsTable
  readonly segments: SegmentsTable
  readonly contact_changes: ContactChangesTable
  readonly jobs: JobsTable
  readonly import_mappings: ImportMappingsTable
  readonly leads: LeadsTable
  readonly lead_counts: LeadCountsTable
  readonly lead_queue: LeadQueueTable
  readonly calls: CallsTable
  readonly call_sums: CallSumsTable
  readonly call_events: CallEventsTable
  readonly call_traces: CallTracesTable
  readonly goals: GoalsTable
  readonly questions: QuestionsTable
  readonly goal_results: GoalResultsTable
  readonly answers: AnswersTable
  readonly campaign_hours: CampaignHoursTable
  readonly campaign_totals: CampaignTotalsTable
  readonly call_quarters: CallQuartersTable
  readonly goal_counts: GoalCountsTable
  readonly suppressions: SuppressionsTable
  readonly blocked_prefixes: BlockedPrefixesTable
  readonly blocked_countries: BlockedCountriesTable
  readonly rule_sets: RuleSetsTable
  readonly decisions: DecisionsTable
  readonly notices: NoticesTable
  readonly audit: AuditTable
}
