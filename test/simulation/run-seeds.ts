import { fileURLToPath } from 'node:url'
import { lawFor } from '../../src-main/domain/compliance/law-for.ts'
import type { EngineRules } from '../../src-main/engine/engine-rules.ts'
import { readProfiles } from '../../src-main/numbering/read-profiles.ts'
import { aFolder, anOpenStore } from '../make/workspace.ts'
import type { Plan } from './plan.ts'
import { type Report, simulate } from './simulate.ts'

/** Runs one seed after another. @param told each run as soon as it is over */
export async function runSeeds(seeds: Iterable<number>, told: (report: Report) => void): Promise<void> {
  const profiles = await readProfiles(fileURLToPath(new URL('../../resources', import.meta.url)))
  const rulesOf = (plan: Plan): EngineRules => {
    const holidays: EngineRules['holidays'] = (country, _, date) =>
      plan.holidays.has(`${country} ${date}`) ? 'Holiday' : null
    return { holidays, law: query => lawFor(query, profiles, holidays) }
  }
  const template = aFolder()
  try {
    const store = await anOpenStore(template.file)
    await store.close()
    for (const seed of seeds) told(await simulate({ seed, template: template.file, rulesOf }))
  } finally {
    template.remove()
  }
}
