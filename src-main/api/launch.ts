import { implement } from '@orpc/server'
import { contract } from '../contract/contract.ts'
import type { LaunchPreview } from '../contract/launch.ts'
import { moveRefusal } from '../domain/campaign-state.ts'
import type { LaunchPreview as EnginePreview } from '../domain/launch.ts'
import { launchDefaults, testContactsDefault, transferChoices } from '../domain/launch.ts'
import { launchNeeds } from '../domain/launch-check.ts'
import { actor } from './actor.ts'
import { changeForLaunch } from './change-for-launch.ts'
import { moveRefused } from './move-refused.ts'
import { mustExist } from './must-exist.ts'
import { prepareSpeech } from './prepare-speech.ts'
import { notFound, refused } from './refuse.ts'
import type { Services } from './services.ts'

const os = implement(contract.launch).$context<Services>()

export const launch = os.router({
  definitions: os.definitions.handler(() => ({
    defaults: structuredClone(launchDefaults) as Parameters<Services['engine']['launch']>[1] & {
      exclude: { transferredSeconds: (typeof transferChoices)[number] }
    },
    transferSeconds: [...transferChoices],
    testContacts: testContactsDefault,
  })),

  preview: os.preview.handler(async ({ input: { id, choices }, context }) => {
    const preview = await context.engine.previewLaunch(id, choices)
    if (preview === null) throw notFound('campaign', id)
    return shown(preview)
  }),

  start: os.start.handler(async ({ input: { id, choices, typedName, change, revision }, context }) => {
    const { state } = await mustExist(context, id)
    const illegal = moveRefusal(state, state.is === 'draft' ? 'launch' : 'restart')
    if (illegal !== null) throw moveRefused(illegal, id)
    if (change !== undefined && revision === undefined) throw noRevision
    const takeBack =
      change === undefined || revision === undefined
        ? async () => {}
        : await changeForLaunch(context, id, revision, change)
    await prepareSpeech(context, id).catch(async error => {
      await takeBack()
      throw error
    })
    const moved = await context.engine.launch(id, choices, { actor, typedName })
    if ('refused' in moved) {
      // One that the disk has interrupted may go on later, with what was chosen for it.
      if (moved.refused !== 'store') await takeBack()
      throw moveRefused(moved, id)
    }
    const { schedule } = await mustExist(context, id)
    return moved.moved.is === 'scheduled'
      ? { state: 'scheduled', startsAt: schedule.startsAt }
      : { state: 'running', startsAt: null }
  }),
})

const noRevision = refused({
  code: 'no_revision',
  field: 'revision',
  what: 'A change at the launch has to say which settings it was made from.',
  cure: 'Open the campaign again.',
})

function shown({ missing, trunksOut, lines, checks, ...counts }: EnginePreview): LaunchPreview {
  return {
    ...counts,
    lines: lines.map(line => ({ ...line })),
    needs: launchNeeds.map(need => {
      const lack = missing.find(each => each.need === need)
      const warning = need === 'trunk' && trunksOut !== '' ? `Cannot be used now: ${trunksOut}` : ''
      return { need, met: lack === undefined, text: lack?.text ?? warning, mendIn: lack?.mendIn ?? null }
    }),
    checks: checks.map(check => ({ ...check })),
  }
}
