import type { RateTable, TrunkMoney } from '../contract/lines.ts'
import type { TrunkId } from '../domain/ids.ts'
import { readTrunkMoney, saveTrunkMoney } from '../store/trunk-money.ts'
import { audited } from './audited.ts'
import { checkMoney } from './check-money.ts'
import { mustBeAsOpened } from './must-be-as-opened.ts'
import { notFound } from './refuse.ts'
import type { Services } from './services.ts'

export async function trunkMoney({ db }: Pick<Services, 'db'>, id: TrunkId): Promise<TrunkMoney> {
  const money = await readTrunkMoney(db, id)
  if (money === null) throw notFound('trunk', id)
  return {
    rates: money.rates && (structuredClone(money.rates) as RateTable),
    balanceMicros: money.balanceMicros,
  }
}

type Wanted = { readonly [K in keyof TrunkMoney]?: TrunkMoney[K] | undefined }

/** What is left out stays. */
export async function changeTrunkMoney(
  { change, engine, now }: Services,
  id: TrunkId,
  wanted: Wanted,
  opened: Wanted | undefined,
): Promise<void> {
  const at = now()
  await change(async tx => {
    const before = await trunkMoney({ db: tx }, id)
    mustBeAsOpened('rates', before, opened, wanted)
    const { rates = before.rates, balanceMicros = before.balanceMicros } = wanted
    const after = { rates, balanceMicros }
    checkMoney(after)
    await saveTrunkMoney(tx, id, after, at)
    await audited(tx, { action: 'trunk.money', subject: `trunk ${id}` }, before, after, at)
  })
  engine.changed()
}
