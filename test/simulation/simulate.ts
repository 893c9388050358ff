import { copyFileSync } from 'node:fs'
import type { EngineRules } from '../../src-main/engine/engine-rules.ts'
import { brokenAuditRows } from '../../src-main/store/audit.ts'
import type { Switchboard } from '../fakes/sim-dialer.ts'
import { createVirtualClock } from '../fakes/virtual-clock.ts'
import { aFolder, anOpenStore } from '../make/workspace.ts'
import { actByChance, mendEverything } from './actions.ts'
import { createInviteJudge } from './judge-invite.ts'
import { judgeLife } from './judge-life.ts'
import { judgeStore } from './judge-store.ts'
import { beginLife, type Life, type PlannedDeath } from './life.ts'
import { createLuck, type Luck } from './luck.ts'
import { makeWorkspace } from './make-workspace.ts'
import { openCommitted } from './open-file.ts'
import { makePlan, type Plan } from './plan.ts'
import type { Stage } from './stage.ts'
import { createWorld } from './world.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

export interface Report {
  readonly seed: number
  readonly steps: number
  readonly calls: number
  readonly crashes: number
  /** The first rule that was broken, and when. */
  readonly violations: readonly string[]
  /** What happened until then, in order. */
  readonly story: readonly string[]
}

export interface SimulationOptions {
  readonly seed: number
  /** A workspace without anything in it. */
  readonly template: string
  readonly rulesOf: (plan: Plan) => EngineRules
}

/**
 * Some days of two campaigns that share contacts and numbers, on a virtual clock: everything by chance, and all chance
 * from the seed. The real engine on a real file; the process dies in the middle of it, the clock is set, the trunk
 * goes, people change things. Each INVITE and, after each step, the whole file is judged. Stops at the first violation.
 */
export async function simulate({ seed, template, rulesOf }: SimulationOptions): Promise<Report> {
  const luck = createLuck(seed)
  const plan = makePlan(luck)
  const folder = aFolder()
  copyFileSync(template, folder.file)
  const made = await anOpenStore(folder.file, plan.start)
  const campaigns = await makeWorkspace(made, plan)
  await made.close()

  const clock = createVirtualClock(plan.start)
  const file = openCommitted(folder.file)
  const world = createWorld(clock, luck)
  const judge = createInviteJudge(plan, file)
  const violations: string[] = []
  const story: string[] = []
  const date = () => new Date(clock.now()).toISOString()
  const tell = (text: string) => void story.push(`${date()} ${text}`)
  const complain = (texts: readonly string[]) => violations.push(...texts.map(text => `${date()} ${text}`))
  const switchboard: Switchboard = {
    ...world,
    invited: (invite, ending) => {
      world.invited(invite, ending)
      const entry = world.ledger.at(-1)
      if (entry) complain(judge(entry, clock.jumped()).map(text => `INVITE ${invite.number}: ${text}`))
    },
  }
  const stage: Stage = {
    plan,
    luck,
    clock,
    world,
    campaigns,
    contacts: new Map(campaigns.map((id, index) => [id, plan.campaigns[index]?.people.length ?? 0])),
  }
  const trueNow = () => clock.now() - clock.jumped()
  let crashes = 0
  let steps = 0
  let deathsLeft = luck.between(0, 4)

  const begin = (mayDie: boolean): Promise<Life> => {
    const dies = mayDie && deathsLeft-- > 0
    return beginLife({
      file: folder.file,
      clock,
      world: { ...world, ...switchboard, answer: world.answer },
      luck,
      rules: rulesOf(plan),
      death: dies ? anyDeath(luck) : null,
      onBug: error => complain([`bug: ${error instanceof Error ? error.stack : String(error)}`]),
    })
  }
  /** Until so much time has passed, or the process has died. */
  const pass = async (life: Life, ms: number) => {
    let isOver = false
    clock.at(clock.now() + ms, () => {
      isOver = true
    })
    await clock.run(() => isOver || life.isDead() || violations.length > 0)
  }
  const look = async (life: Life) => {
    steps += 1
    complain(judgeStore(file, stage.contacts))
    if (!life.isDead()) complain(await judgeLife(file, life, campaigns, clock.now(), luck))
  }

  /** As after a crash in the night: it begins again some time later. */
  const beginAgain = async (dead: Life, mayDie: boolean): Promise<Life> => {
    await dead.bury()
    await clock.run(clock.now() + luck.between(1, 120) * MINUTE)
    return begin(mayDie)
  }

  const report = (): Report => ({
    seed,
    steps,
    calls: world.ledger.length,
    crashes,
    violations,
    story,
  })

  let life = await begin(true)
  try {
    for (const campaign of campaigns)
      await life.ask(life.engine.move(campaign, { do: 'launch', startsAt: null }))
    while (trueNow() < plan.start + plan.days * DAY && violations.length === 0) {
      await pass(life, luck.oneOf([1, 20, 60, 300, 600]) * luck.between(1, MINUTE))
      if (life.isDead()) {
        crashes += 1
        tell('the process dies')
        life = await beginAgain(life, true)
      } else tell(await actByChance(stage, life))
      await pass(life, A_MOMENT)
      await look(life)
    }
    if (violations.length > 0) return report()
    life = await beginAgain(life, false)
    tell('quiet days until the end')
    await mendEverything(stage, life)
    for (let day = 0; day < QUIET_DAYS && violations.length === 0; day++) {
      await pass(life, DAY)
      await look(life)
    }
    const broken = await brokenAuditRows(life.store.db)
    if (broken.length > 0) complain([`the audit log is broken at ${broken}`])
    return report()
  } finally {
    await life.bury()
    file.close()
    folder.remove()
  }
}

function anyDeath({ between, chance, oneOf }: Luck): PlannedDeath {
  const when = oneOf(['before', 'after'] as const)
  return chance(0.3)
    ? { atDecision: between(1, oneOf([10, 100, 1_000])), when }
    : { atCall: between(1, 15), decisionsLater: between(1, oneOf([1, 2, 12])), when }
}

const QUIET_DAYS = 3
/** After which a process has noticed what was done, also that the clock was set. */
const A_MOMENT = MINUTE
