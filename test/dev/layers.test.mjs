import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parseSync } from 'vite'
import { expect, onTestFinished, test } from 'vitest'
import { layerBreaches } from '../../resources/dev/check/layers.mjs'

/** Lays out a small house and says what the check finds in it. */
const breachesIn = files => {
  const root = mkdtempSync(join(tmpdir(), 'trunkline-layers-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  for (const [path, text] of Object.entries({
    'src-main/domain/ids.ts': '',
    'src-renderer/main.tsx': '',
    ...files,
  })) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return layerBreaches(root, parseSync)
}

test('a house in order passes', () =>
  expect(
    breachesIn({
      'src-main/domain/lead.ts': "import { DateTime } from 'luxon'\nimport type { Id } from './ids.ts'",
      'src-main/engine/beat.ts': "import type { Id } from '../domain/ids.ts'",
      'src-main/engine/ports/clock.ts': "import type { Id } from '../domain/ids.ts'",
      'src-main/voice/speech.ts': "import type { Clock } from '../engine/ports/clock.ts'",
      'src-main/api/calls.ts': "import { beat } from '../engine/beat.ts'",
      'src-main/hosts/compose.ts': "import { calls } from '../api/calls.ts'",
      'src-renderer/app/shell.tsx':
        "import '../theme.css'\nexport const Shell = () => <main>{1 as number}</main>",
    }),
  ).toEqual([]))

test.each([
  ['src-main/domain/lead.ts', "import { beat } from '../engine/beat.ts'"],
  ['src-main/domain/lead.ts', "import { z } from 'zod'"],
  ['src-main/domain/lead.ts', "import { readFileSync } from 'node:fs'"],
  ['src-main/engine/beat.ts', "import { line } from '../telephony/sip/line.ts'"],
  ['src-main/voice/speech.ts', "import type { Beat } from '../engine/beat.ts'"],
  ['src-main/store/calls.ts', "export * from '../telephony/sip/line.ts'"],
  ['src-main/store/calls.ts', "export type { Line } from '../telephony/sip/line.ts'"],
  ['src-main/telephony/media/pool.ts', "const sip = await import('../sip/line.ts')"],
  ['src-main/telephony/media/pool.ts', "type Line = import('../sip/line.ts').Line"],
  ['src-main/engine/beat.ts', "import { UserAgent } from 'sip.js'"],
  ['src-main/hosts/console/door.ts', "import { app } from 'electron'"],
  ['src-main/contract/calls.ts', "import { calls } from '../api/calls.ts'"],
  ['src-main/api/calls.ts', "import { compose } from '../hosts/compose.ts'"],
  ['src-renderer/api/client.ts', "import type { Lead } from '../../src-main/domain/lead.ts'"],
  ['src-renderer/features/calls/Calls.tsx', "import { Home } from '../home/Home.tsx'"],
  ['src-renderer/api/client.ts', "import { join } from 'node:path'"],
  ['src-main/leftover.ts', "import { lead } from './domain/lead.ts'"],
])('%s may not say %s', (path, text) => {
  const breaches = breachesIn({ [path]: text })
  expect(breaches).toHaveLength(1)
  expect(breaches[0]).toContain(path)
})

test('a circle is found, however long', () =>
  expect(
    breachesIn({
      'src-main/engine/a.ts': "import './b.ts'",
      'src-main/engine/b.ts': "import './c.ts'",
      'src-main/engine/c.ts': "import type { A } from './a.ts'",
    }),
  ).toEqual([
    'circle: src-main/engine/a.ts → src-main/engine/b.ts → src-main/engine/c.ts → src-main/engine/a.ts',
  ]))
