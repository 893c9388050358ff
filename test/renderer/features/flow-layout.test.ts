import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Flow } from '../../../src-main/domain/flow.ts'
import { outletsOf } from '../../../src-main/domain/flow-edit/outlets.ts'
import { placesOf, sizeOf } from '../../../src-renderer/features/agents/flow/layout.ts'

const folder = new URL('../../../resources/agents/', import.meta.url)
const flows = ['en', 'de'].flatMap(language =>
  readdirSync(new URL(language, folder)).map(file => {
    const name = `${language}/${file}`
    return { name, flow: JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Flow }
  }),
)

const boxes = (flow: Flow) =>
  [...placesOf(flow)].map(([id, place]) => ({
    id,
    ...place,
    ...sizeOf(flow.steps[id] as Flow['steps'][string]),
  }))

test.for(flows)(
  'design.md 08: no step of $name stands on another, and the start stands on top',
  ({ flow }) => {
    const all = boxes(flow)
    const overlaps = all.flatMap((one, at) =>
      all
        .slice(at + 1)
        .filter(
          other =>
            one.x < other.x + other.width &&
            other.x < one.x + one.width &&
            one.y < other.y + other.height &&
            other.y < one.y + one.height,
        )
        .map(other => `${one.id} on ${other.id}`),
    )
    expect(overlaps).toEqual([])
    expect(all.toSorted((one, other) => one.y - other.y)[0]?.id).toBe(flow.start)
  },
)

test('a step that was put somewhere stays there', () => {
  const flow = flows[0]?.flow as Flow
  const put = { ...flow, places: { [flow.start]: { x: 7, y: -70 } } }
  expect(placesOf(put).get(flow.start)).toEqual({ x: 7, y: -70 })
})

test.for(flows)(
  'design.md 08: what follows a step of $name in one row stands from left to right as its feet do',
  ({ flow }) => {
    const places = placesOf(flow)
    for (const step of Object.values(flow.steps)) {
      const next = [...new Set(outletsOf(step).map(({ to }) => to))].map(id => places.get(id))
      const row = next.filter(place => place?.y === next[0]?.y).map(place => place?.x ?? 0)
      expect(row).toEqual(row.toSorted((one, other) => one - other))
    }
  },
)
