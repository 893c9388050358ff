import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ORPCError } from '@orpc/server'
import { testCall } from '../../api/test-call.ts'
import type { TrunkTestStep } from '../../dialer/test-trunk.ts'
import type { TrunkConfig } from '../../dialer/trunk-config.ts'
import { readTrunks } from '../../store/read-trunks.ts'
import { mustWrite } from '../must-write.ts'
import { createFileSecrets } from '../secrets/file-secrets.ts'
import { type CliHost, endingOf } from './cli-host.ts'
import { type BareWorkspace, openBareWorkspace } from './open-bare-workspace.ts'

export interface TestFlags {
  readonly data: string
  readonly call?: string
  readonly callerId?: string
  readonly country?: string
  readonly json: boolean
}

export const testNamedTrunk = async (host: CliHost, name: string, flags: TestFlags): Promise<void> => {
  const { data, json } = flags
  const fail = (ending: Parameters<CliHost['fail']>[0], why: string) => host.fail(ending, why, { json })
  if (!existsSync(join(data, 'workspace.db')))
    return fail('workspaceUnusable', `There is no workspace in ${data}.`)
  const workspace = await openBareWorkspace(host, data)
  if ('refused' in workspace) return fail(endingOf(workspace), workspace.message)
  try {
    const trunk = await trunkNamed(workspace, data, name)
    if (trunk === null) return fail('usage', `There is no trunk “${name}” in this workspace.`)
    const steps = await stepsOf(host, workspace, trunk, flags)
    if (json) host.print(JSON.stringify({ steps }))
    else for (const { ok, layer, text } of steps) host.print(`${ok ? '✔' : '✘'} ${nameOf(layer)}: ${text}`)
    const wrong = steps.find(({ ok }) => !ok)
    if (wrong) host.fail('failed', `${name} is not well: ${layerWords(wrong.layer)}.`)
  } catch (error) {
    if (!(error instanceof ORPCError) || error.code !== 'REFUSED') throw error
    fail('failed', `${error.data.what} ${error.data.cure} Nobody was called.`)
  } finally {
    await workspace.close()
  }
}

const layerWords = (layer: TrunkTestStep['layer']): string => layer.replaceAll('_', ' ')

const nameOf = (layer: TrunkTestStep['layer']): string =>
  layerWords(layer).replace(/^./, first => first.toUpperCase())

async function trunkNamed({ store }: BareWorkspace, data: string, name: string): Promise<TrunkConfig | null> {
  const found = (await readTrunks(store.db)).find(trunk => trunk.name.toLowerCase() === name.toLowerCase())
  if (found === undefined) return null
  const { id, settings, secretRef } = found
  const password = secretRef === null ? null : await createFileSecrets(data).get(secretRef)
  return { id, name: found.name, settings, password }
}

const stages = { calling: 'Calling …', ringing: 'It rings.', answered: 'Answered: press 1 there.' } as const

async function stepsOf(
  { say }: CliHost,
  { store, dialer }: BareWorkspace,
  trunk: TrunkConfig,
  { call, callerId, country = '' }: TestFlags,
): Promise<readonly TrunkTestStep[]> {
  if (call === undefined) return dialer.testTrunk(trunk)
  const hangUp = () => dialer.endTestCalls('you')
  process.once('SIGINT', hangUp)
  const context = {
    db: store.db,
    change: work => mustWrite(store, work),
    statements: store.statements,
    now: Date.now,
    dialer,
    // Whoever has the workspace open runs no campaign meanwhile.
    engine: { takeChannel: async () => ({ is: 'taken', release: () => {} }) },
  } satisfies Parameters<typeof testCall>[0]
  try {
    for await (const news of await testCall(context, trunk, {
      to: call,
      callerId: callerId ?? null,
      country,
      language: 'en',
    })) {
      if (news.is === 'tested') return news.steps
      if (news.is === 'now') say(stages[news.stage])
    }
    return []
  } finally {
    process.off('SIGINT', hangUp)
  }
}
