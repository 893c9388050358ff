import { placeId } from '../../src-main/contacts/write/place-id.ts'
import type { CampaignId } from '../../src-main/domain/ids.ts'
import type { Place } from '../../src-main/domain/place.ts'
import type { RateTable } from '../../src-main/domain/rates.ts'
import { toJson } from '../../src-main/store/json.ts'
import { saveGoal, saveQuestion } from '../../src-main/store/results/save-definitions.ts'
import { addVersion } from '../../src-main/store/save-agent.ts'
import { aCampaign, anOpenStore, aPerson, berlin, mondayAtTen, phone, shortFlow } from '../make/workspace.ts'

const newYork: Place = { country: 'US', region: 'NY', zones: ['America/New_York'], line: 'fixed' }
const indiana: Place = {
  country: 'US',
  region: 'IN',
  zones: ['America/Chicago', 'America/New_York'],
  line: 'unknown',
}
const kolkata: Place = { country: 'IN', region: null, zones: ['Asia/Kolkata'], line: 'mobile' }
const places = [berlin, newYork, indiana, kolkata, berlin]

/** What a second of talk costs is worked out by hand in the recount: a fee, a first minute, then by the second. */
const rates = (connectMicros: number, microsPerMinute: number): RateTable => ({
  currency: 'EUR',
  rates: [{ prefix: '', connectMicros, microsPerMinute, firstSeconds: 60, stepSeconds: 1 }],
})

const people = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, step) => {
    const at = from + step
    return aPerson({ phone: phone(at), place: places[at % places.length] ?? berlin }, at)
  })

const settings = {
  maxConcurrentCalls: 6,
  maxRetries: 2,
  retryMinutes: 5,
  varyTimeOfDay: false,
  attemptsPerDay: 5,
  attemptsPerWeek: 20,
  completionMinutes: 0,
} as const

const goals = [
  { key: 'paid', name: 'Paid', kind: 'payment' },
  { key: 'kept', name: 'Kept as a customer', kind: 'other' },
] as const
const questions = [
  { key: 'mark', text: 'Mark', form: { is: 'rating', from: 1, to: 5 } },
  { key: 'again', text: 'Again?', form: { is: 'yes_no' } },
  { key: 'why', text: 'Why?', form: { is: 'open' } },
] as const

/** Three campaigns that share people, lines and caller IDs over two trunks with different rates. */
export async function makeWorkspace(file: string): Promise<readonly CampaignId[]> {
  const store = await anOpenStore(file)
  const made: CampaignId[] = []
  const first = await aCampaign(store, {
    numbers: 3,
    people: people(0, 30),
    settings,
    schedule: { anyTime: true },
    further: { 'Second carrier': {} },
  })
  made.push(first.campaign)
  const others = [
    { name: 'Survey', people: people(16, 44), settings: { ...settings, completionMinutes: 45 } },
    { name: 'Later', people: people(8, 24), settings, schedule: { zone: 'America/New_York' } },
  ]
  for (const { schedule = {}, ...other } of others) {
    const { campaign } = await aCampaign(store, {
      ...other,
      numbers: 2,
      schedule: { anyTime: true, ...schedule },
    })
    made.push(campaign)
  }
  const written = await store.write(async tx => {
    const sql = store.statements
    for (const place of places) placeId(sql, place)
    for (const [index, table] of [rates(10_000, 90_000), rates(0, 240_000)].entries())
      await tx
        .updateTable('trunks')
        .set({ rates: toJson(table), balance_micros: 500_000_000 })
        .where('id', '=', [first.trunk, ...first.further][index] ?? first.trunk)
        .execute()
    const agent = sql.first<{ id: number }>('SELECT id FROM agents')?.id as number
    await addVersion(tx, agent as never, shortFlow, mondayAtTen)
    const lists = ['Autumn', 'Spring'].map(
      name => sql.run('INSERT INTO lists (name, created_at, changed_at) VALUES (?, 0, 0)', name).id,
    )
    for (const { id } of sql.rows<{ id: number }>('SELECT id FROM contacts ORDER BY id'))
      for (const [at, list] of lists.entries())
        if (id % (at + 2) === 0) sql.run('INSERT INTO list_contacts VALUES (?, ?)', list, id)
    for (const campaign of made) {
      for (const goal of goals)
        saveGoal(sql, campaign, { ...goal, id: undefined, description: '', rules: [] })
      for (const question of questions)
        saveQuestion(sql, campaign, { ...question, id: undefined, isActive: true, rules: [] })
    }
  })
  if (!written.committed) throw new Error(written.failure.message)
  await store.close()
  return made
}
