import { implement } from '@orpc/server'
import { contract } from '../contract/contract.ts'
import type { TrunkForm, TrunkRow } from '../contract/lines.ts'
import type { TrunkConfig } from '../dialer/trunk-config.ts'
import type { TrunkId } from '../domain/ids.ts'
import { type TrunkSettings, trunkDefaults } from '../domain/trunk.ts'
import { deleteTrunk, hasCalls } from '../store/delete-trunk.ts'
import { readTrunks, type StoredTrunk } from '../store/read-trunks.ts'
import { createTrunk, updateTrunk } from '../store/save-trunk.ts'
import { audited } from './audited.ts'
import { checkTrunk } from './check-trunk.ts'
import { mustBeAsOpened } from './must-be-as-opened.ts'
import { notFound, refused } from './refuse.ts'
import type { Services } from './services.ts'
import { notYetStored, testCall } from './test-call.ts'
import { changeTrunkMoney, trunkMoney } from './trunk-money.ts'
import { keepPassword, kept, passwordOf } from './trunk-password.ts'

const os = implement(contract.trunks).$context<Services>()

export const trunks = os.router({
  list: os.list.handler(async ({ context }) => {
    return (await readTrunks(context.db)).map(trunk => rowOf(trunk, context))
  }),

  create: os.create.handler(async ({ input, context }) => {
    checkTrunk(input)
    const id = await context.change(async tx => {
      await mustBeNewName(tx, input.name, null)
      const settings = settingsOf(input, trunkDefaults)
      const now = context.now()
      const made = await createTrunk(tx, { name: input.name, settings, secretRef: null }, now)
      await audited(
        tx,
        { action: 'trunk.create', subject: `trunk ${made}` },
        {},
        { name: input.name, ...settings },
        now,
      )
      return made
    })
    await keepPassword(context, id, input.password)
    await connect(context, id)
    return { id }
  }),

  update: os.update.handler(async ({ input, context }) => {
    if (input.id === context.practiceTrunk()) throw practiceStays
    checkTrunk(input)
    const trunk = await context.change(async tx => {
      const trunk = await mustExist({ db: tx }, input.id)
      mustBeAsOpened('trunk', valuesOf(trunk), input.opened, input)
      const changed = { name: input.name, settings: settingsOf(input, trunk.settings) }
      await mustBeNewName(tx, input.name, trunk.id)
      const now = context.now()
      await updateTrunk(tx, trunk.id, changed, now)
      await audited(
        tx,
        { action: 'trunk.edit', subject: `trunk ${trunk.id}` },
        flat(trunk),
        flat(changed),
        now,
      )
      return trunk
    })
    await keepPassword(context, trunk.id, input.password)
    await connect(context, trunk.id)
    return {}
  }),

  remove: os.remove.handler(async ({ input, context }) => {
    if (input.id === context.practiceTrunk()) throw practiceStays
    const trunk = await context.change(async tx => {
      const stored = await mustExist({ db: tx }, input.id)
      if (stored.campaigns > 0)
        throw refused({
          code: 'trunk_in_use',
          what: `${stored.campaigns} campaigns use the trunk “${stored.name}”.`,
          cure: 'Delete them, or give them another trunk first.',
        })
      if (await hasCalls(tx, stored.id))
        throw refused({
          code: 'trunk_has_calls',
          what: `Calls were made over the trunk “${stored.name}”, and they stay on record.`,
          cure: 'Keep it, and give no campaign to it.',
        })
      await deleteTrunk(tx, stored.id)
      const now = context.now()
      await audited(tx, { action: 'trunk.delete', subject: `trunk ${stored.id}` }, flat(stored), {}, now)
      return stored
    })
    await context.dialer.removeTrunk(trunk.id)
    const { secretRef } = trunk
    if (secretRef !== null) await kept(() => context.secrets.remove(secretRef))
    return {}
  }),

  money: os.money.handler(({ input, context }) => trunkMoney(context, input.id)),

  setMoney: os.setMoney.handler(async ({ input: { id, opened, ...change }, context }) => {
    await changeTrunkMoney(context, id, change, opened)
    return {}
  }),

  test: os.test.handler(async ({ input, context }) => [
    ...(await context.dialer.testTrunk(await testedTrunk(context, input))),
  ]),

  testCall: os.testCall.handler(async ({ input: { call, ...form }, context, signal }) =>
    testCall(context, await testedTrunk(context, form), call, signal),
  ),

  hangUpTestCall: os.hangUpTestCall.handler(({ input, context }) => {
    context.dialer.endTestCalls('you', input.test)
    return {}
  }),
})

/** As the form has it, with the stored password where it holds none. */
async function testedTrunk(
  context: Services,
  form: TrunkForm & { readonly id?: TrunkId | undefined },
): Promise<TrunkConfig> {
  const stored = form.id === undefined ? null : await mustExist(context, form.id)
  checkTrunk(form)
  const known = stored?.secretRef ? await passwordOf(context, stored.secretRef) : null
  return {
    id: stored?.id ?? notYetStored,
    name: form.name,
    settings: settingsOf(form, stored?.settings ?? trunkDefaults),
    password: form.password ?? known,
  }
}

const flat = ({ name, settings }: Pick<StoredTrunk, 'name' | 'settings'>) => ({ name, ...settings })

const practiceStays = refused({
  code: 'practice_trunk',
  what: 'The practice trunk belongs to the program and cannot be changed or removed.',
  cure: 'Set up a trunk of your own for real calls.',
})

/** Connects a stored trunk, or connects it anew with what was changed. */
export async function connect(context: Services, id: TrunkId): Promise<void> {
  const trunk = await mustExist(context, id)
  const password = trunk.secretRef === null ? null : await passwordOf(context, trunk.secretRef)
  await context.dialer.applyTrunk({ id, name: trunk.name, settings: trunk.settings, password })
}

async function mustExist({ db }: Pick<Services, 'db'>, id: TrunkId): Promise<StoredTrunk> {
  const trunk = (await readTrunks(db)).find(stored => stored.id === id)
  if (trunk === undefined) throw notFound('trunk', id)
  return trunk
}

/** Asked within the transaction that writes it: somebody else may be adding one of the same name right now. */
async function mustBeNewName(db: Services['db'], name: string, self: TrunkId | null): Promise<void> {
  const same = (await readTrunks(db)).find(
    trunk => trunk.id !== self && trunk.name.toLowerCase() === name.toLowerCase(),
  )
  if (same !== undefined)
    throw refused({
      code: 'name_taken',
      field: 'name',
      what: `A trunk “${same.name}” exists already.`,
      cure: 'Choose another name.',
    })
}

type TrunkValues = Omit<TrunkForm, 'password'>

const valuesOf = ({ name, settings }: Pick<StoredTrunk, 'name' | 'settings'>): TrunkValues => {
  const { host, port, user, register, numberFormat, maxCalls } = settings
  return { name, host, port, user, register, numberFormat, maxCalls }
}

const settingsOf = (form: Omit<TrunkForm, 'name' | 'password'>, base: TrunkSettings): TrunkSettings => ({
  ...base,
  host: form.host,
  port: form.port,
  user: form.user,
  register: form.register,
  numberFormat: form.numberFormat,
  maxCalls: form.maxCalls,
})

function rowOf({ id, name, settings, secretRef, campaigns }: StoredTrunk, context: Services): TrunkRow {
  return {
    ...valuesOf({ name, settings }),
    id,
    practice: id === context.practiceTrunk(),
    hasPassword: secretRef !== null,
    health: context.dialer.trunkHealth(id),
    activeCalls: context.engine.channelsOn(id),
    campaigns,
  }
}
