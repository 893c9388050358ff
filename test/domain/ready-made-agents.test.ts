import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { textOf } from '../../src-main/domain/fill-text.ts'
import type { Flow } from '../../src-main/domain/flow.ts'
import { checkFlow } from '../../src-main/domain/flow-check.ts'

const folder = new URL('../../resources/agents/', import.meta.url)
const agents = readdirSync(folder).map(name => ({
  name,
  flow: JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Flow,
}))

test('three agents are ready to be used', () =>
  expect(agents.map(({ name }) => name)).toEqual(['notification.json', 'reminder.json', 'survey.json']))

test.for(agents)('$name may be published as it is', ({ flow }) => expect(checkFlow(flow)).toEqual([]))

test.for(agents)('$name says first who calls and that a machine is talking', ({ flow }) => {
  const first = flow.steps[flow.start]
  expect(first && textOf(first)).toMatch(/automated.*computer voice.*calling for {{company}}/)
})

test.for(agents)('every question of $name lets people end all calls with key 9', ({ flow }) => {
  for (const step of Object.values(flow.steps)) {
    if (step.do !== 'ask') continue
    expect(flow.steps[step.choices?.['9']?.next ?? '']).toMatchObject({ do: 'opt_out', scope: 'all' })
  }
})

test.for(agents)('$name tells about the key 9 before its first question is over', ({ flow }) => {
  const question = Object.values(flow.steps).find(step => step.do === 'ask')
  expect(question?.text).toContain('press 9')
})
