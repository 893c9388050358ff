import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { textOf } from '../../src-main/domain/fill-text.ts'
import type { Flow } from '../../src-main/domain/flow.ts'
import { checkFlow } from '../../src-main/domain/flow-check.ts'
import { type ReadyMadeLanguage, readyMadeLanguages } from '../../src-main/domain/ready-made-agents.ts'

const folder = new URL('../../resources/agents/', import.meta.url)
const agents = readyMadeLanguages.flatMap(language =>
  readdirSync(new URL(language, folder)).map(file => {
    const name = `${language}/${file}`
    return { language, name, flow: JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Flow }
  }),
)

interface Said {
  readonly who: RegExp
  readonly key9: string
}
const said: Readonly<Record<ReadyMadeLanguage, Said>> = {
  en: { who: /automated.*computer voice.*calling for {{company}}/, key9: 'press 9' },
  de: { who: /automatische.*Computerstimme.*im Auftrag von {{firma}}/, key9: 'drücken Sie die 9' },
}

test('three agents are ready to be used, in each language', () =>
  expect(agents.map(({ name }) => name)).toEqual(
    readyMadeLanguages.flatMap(language =>
      ['notification', 'reminder', 'survey'].map(agent => `${language}/${agent}.json`),
    ),
  ))

test.for(agents)('$name may be published as it is', ({ flow }) => expect(checkFlow(flow)).toEqual([]))

test.for(agents)('$name says first who calls and that a machine is talking', ({ language, flow }) => {
  const first = flow.steps[flow.start]
  expect(first && textOf(first)).toMatch(said[language].who)
})

test.for(agents)('every question of $name lets people end all calls with key 9', ({ flow }) => {
  for (const step of Object.values(flow.steps)) {
    if (step.do !== 'ask') continue
    expect(flow.steps[step.choices?.['9']?.next ?? '']).toMatchObject({ do: 'opt_out', scope: 'all' })
  }
})

test.for(agents)('$name tells about the key 9 before its first question is over', ({ language, flow }) => {
  const question = Object.values(flow.steps).find(step => step.do === 'ask')
  expect(question?.text).toContain(said[language].key9)
})

const shapeOf = (flow: Flow) =>
  Object.values(flow.steps)
    .map(step => [step.do, 'choices' in step ? Object.keys(step.choices ?? {}).join('') : ''].join(' '))
    .sort()

test.for(['notification', 'reminder', 'survey'])('%s takes the same steps in each language', agent => {
  const [one, ...others] = agents.filter(({ name }) => name.endsWith(`/${agent}.json`))
  for (const other of others) expect(shapeOf(other.flow)).toEqual(one && shapeOf(one.flow))
})
