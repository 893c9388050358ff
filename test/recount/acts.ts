import type { CampaignId, ContactId, JobId } from '../../src-main/domain/ids.ts'
import type { VirtualClock } from '../fakes/virtual-clock.ts'
import { type ComposedApi, ended, endOf, startImport } from '../make/api.ts'
import type { Luck } from '../simulation/luck.ts'
import { type RawRows, readRaw } from './raw-rows.ts'

/** What the recount must know beside the rows: what a reset made the contacts of a campaign forget. */
export interface Told {
  /** By campaign: the last call before its latest reset. */
  readonly forgotten: Map<number, number>
}

export interface Scene {
  readonly api: ComposedApi
  readonly luck: Luck
  readonly clock: VirtualClock
  readonly dataDir: string
  readonly campaigns: readonly CampaignId[]
  readonly told: Told
  /** A backup was made and will be restored: what then stands in two ways is not done. */
  readonly willBeRestored: boolean
  /** Imports that may still be taken back. */
  readonly imports: JobId[]
}

type Act = (scene: Scene) => Promise<unknown>
type Client = ComposedApi['client']

const MINUTE = 60_000

const anyCampaign = ({ luck, campaigns }: Scene) => luck.oneOf(campaigns)
const anyContacts = ({ luck, dataDir }: Scene, count: number): readonly ContactId[] =>
  luck.some(readRaw(dataDir).contacts, count).map(({ id }) => id as ContactId)

/** One of some rows; nothing is done where there is none. */
async function withOne<T>(
  { luck, dataDir }: Scene,
  rowsOf: (rows: RawRows) => readonly T[],
  act: (row: T) => Promise<unknown>,
): Promise<void> {
  const rows = rowsOf(readRaw(dataDir))
  if (rows.length > 0) await act(luck.oneOf(rows))
}

const move =
  (wanted: Parameters<Client['campaigns']['move']>[0]['move'], hangUp = false): Act =>
  scene =>
    scene.api.client.campaigns.move({ id: anyCampaign(scene), move: wanted, hangUp })

const launch: Act = async scene => {
  const { api, luck, told, dataDir, willBeRestored } = scene
  const { defaults } = await api.client.launch.definitions()
  const { id, name } = luck.oneOf(await api.client.campaigns.list())
  const resetHistory = luck.chance(0.2) && !willBeRestored
  const lastCall = readRaw(dataDir).calls.at(-1)?.id ?? 0
  const end = await endOf(
    api.client.launch.start({
      id,
      choices: {
        ...defaults,
        rerunAll: luck.chance(0.5),
        resetHistory,
        testContacts: luck.chance(0.3) ? luck.between(1, 4) : null,
      },
      typedName: name,
    }),
  )
  if (end === 'done' && resetHistory) told.forgotten.set(id, lastCall)
}

const correctGoal: Act = scene =>
  withOne(
    scene,
    ({ calls, goals }) =>
      calls.flatMap(call =>
        call.state === 'ended' && call.answeredAt !== null
          ? goals.filter(goal => goal.campaign === call.campaign).map(goal => ({ call, goal }))
          : [],
      ),
    ({ call, goal }) =>
      scene.api.client.results.correctGoal({
        call: call.id as never,
        goal: goal.id as never,
        correction: scene.luck.chance(0.2)
          ? null
          : { outcome: scene.luck.oneOf(['achieved', 'partially_achieved', 'not_achieved'] as const) },
      }),
  )

const correctAnswer: Act = scene =>
  withOne(
    scene,
    ({ calls, questions }) =>
      calls.flatMap(call =>
        call.state === 'ended' && call.answeredAt !== null
          ? questions.filter(({ campaign }) => campaign === call.campaign).map(({ id }) => ({ call, id }))
          : [],
      ),
    ({ call, id }) =>
      scene.api.client.results.correctAnswer({
        call: call.id as never,
        question: id as never,
        correction: { value: scene.luck.oneOf([1, 3, 5, true, false, 'Nobody said so']) },
      }),
  )

const archiveGoal: Act = scene =>
  withOne(
    scene,
    ({ goals }) => goals,
    ({ id, archivedAt }) =>
      scene.api.client.results.archiveGoal({ goal: id as never, archived: archivedAt === null }),
  )

const archiveQuestion: Act = scene =>
  withOne(
    scene,
    ({ questions }) => questions,
    ({ id, archivedAt }) =>
      scene.api.client.results.archiveQuestion({ question: id as never, archived: archivedAt === null }),
  )

const newPrimary: Act = scene =>
  withOne(
    scene,
    ({ goals }) => goals.filter(({ archivedAt }) => archivedAt === null),
    ({ id }) => scene.api.client.results.setPrimary({ goal: id as never }),
  )

/** Some of them are known already. */
const importPeople: Act = async scene => {
  const { api, luck, imports } = scene
  const from = luck.between(0, 60)
  const rows = Array.from({ length: 6 }, (_, at) => `+4930${10_000_000 + from + at},Imported ${from + at}`)
  const job = await startImport(api, anyCampaign(scene), `number,name\n${rows.join('\n')}\n`)
  await ended(api, job)
  imports.push(job.id)
}

const undoImport: Act = async ({ api, imports }) => {
  const id = imports.pop()
  if (id !== undefined) await ended(api, await api.client.jobs.undo({ id }))
}

const doTo =
  (action: (scene: Scene) => Parameters<Client['contacts']['act']>[0]['action']): Act =>
  async scene =>
    ended(
      scene.api,
      await scene.api.client.contacts.act({
        selection: { contacts: [...anyContacts(scene, 3)] },
        action: action(scene),
      }),
    )

const merge: Act = scene => {
  const [into, from] = anyContacts(scene, 2)
  if (scene.willBeRestored) return Promise.resolve()
  return scene.api.client.contacts.merge({ into: into as ContactId, from: from as ContactId })
}

const newestAgent: Act = async scene => {
  const { client } = scene.api
  const id = anyCampaign(scene)
  const { agent, revision } = await client.campaigns.get({ id })
  if (agent !== null) await client.campaigns.update({ id, revision, change: { agent: agent.id } })
}

const hangUp: Act = async ({ api, luck }) => {
  const calls = api.services.engine.activeCalls()
  if (calls.length > 0) await api.client.calls.hangUp({ id: luck.oneOf(calls).call })
}

const remove: Act = async ({ api, luck }) => {
  const { id, name } = luck.oneOf(await api.client.campaigns.list())
  await api.client.campaigns.remove({ id, typedName: name, eraseCalls: luck.chance(0.5) })
}

/** What people do; the oftener named, the oftener done. */
const acts: readonly (readonly [name: string, times: number, act: Act])[] = [
  ['launch', 8, launch],
  ['resume', 6, move('resume')],
  ['pause', 2, move('pause')],
  ['pause and hang up', 1, move('pause', true)],
  ['cancel and hang up', 1, move('cancel', true)],
  ['finish', 1, move('finish')],
  ['hang up', 2, hangUp],
  ['correct a goal', 6, correctGoal],
  ['correct an answer', 3, correctAnswer],
  ['archive a goal or restore it', 1, archiveGoal],
  ['archive a question or restore it', 1, archiveQuestion],
  ['another primary goal', 1, newPrimary],
  ['import', 2, importPeople],
  ['undo an import', 2, undoImport],
  ['delete contacts', 1, doTo(() => ({ do: 'delete' }))],
  ['take contacts out', 1, doTo(scene => ({ do: 'remove', campaign: anyCampaign(scene) }))],
  ['skip contacts', 1, doTo(scene => ({ do: 'skip', campaign: anyCampaign(scene) }))],
  ['call contacts now', 1, doTo(scene => ({ do: 'retry_now', campaign: anyCampaign(scene) }))],
  [
    'add contacts',
    2,
    doTo(scene => ({ do: 'add_to_campaign', campaign: anyCampaign(scene), priority: 'normal' })),
  ],
  ['never call contacts again', 1, doTo(() => ({ do: 'do_not_call', reason: 'asked', expiresAt: null }))],
  ['merge two contacts', 1, merge],
  ['the newest version of the agent', 1, newestAgent],
  ['delete a campaign', 1, remove],
]
const choices = acts.flatMap(([name, times, act]) =>
  Array.from({ length: times }, () => [name, act] as const),
)

/** Does one thing by chance, then lets some time pass. What is refused changes nothing. @returns what it was, in words */
export async function actByChance(scene: Scene): Promise<string> {
  const { luck, clock } = scene
  const [name, act] = luck.oneOf(choices)
  const end = await endOf(act(scene))
  await clock.run(clock.now() + luck.oneOf([1, 20, 90, 600]) * luck.between(1, MINUTE))
  return `${new Date(clock.now()).toISOString()} ${name}: ${end}`
}
