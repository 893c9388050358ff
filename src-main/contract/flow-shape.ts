import { z } from 'zod'
import { type Flow, keys } from '../domain/flow.ts'

const longest = { name: 60, text: 2_000, value: 200, steps: 300 } as const

/** A step's name; empty where a way of a draft is not connected. */
const way = z.string().max(longest.name)
const name = z
  .string()
  .min(1)
  .max(longest.name)
  .regex(/^(?!__proto__$)[^\p{Cc}\p{Cs}]+$/u, 'no signs that cannot be seen')
const text = z.string().max(longest.text)
const value = z.string().max(longest.value)
export const phoneKey = z.enum(keys)

const step = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('say'), text, interruptible: z.boolean().exactOptional(), next: way }),
  z.strictObject({
    do: z.literal('ask'),
    text,
    store: value,
    choices: z.partialRecord(phoneKey, z.strictObject({ label: value, next: way })).exactOptional(),
    digits: z.int().exactOptional(),
    next: way.exactOptional(),
    waitSeconds: z.number(),
    tries: z.int(),
    onSilence: way,
    onMisunderstood: way.exactOptional(),
  }),
  z.strictObject({
    do: z.literal('branch'),
    on: value,
    cases: z.array(z.strictObject({ is: value, next: way })).max(50),
    otherwise: way,
  }),
  z.strictObject({
    do: z.literal('goal'),
    name: value,
    outcome: z.enum(['achieved', 'partially_achieved', 'not_achieved']),
    next: way,
  }),
  z.strictObject({ do: z.literal('answer'), question: value, value, next: way }),
  z.strictObject({ do: z.literal('opt_out'), scope: z.enum(['all', 'campaign']), next: way }),
  z.strictObject({ do: z.literal('end'), text: text.exactOptional() }),
])

/** Whatever a draft may hold, faults that keep it from being published included. */
export const flowShape = z.strictObject({
  start: way,
  steps: z
    .record(name, step)
    .refine(steps => Object.keys(steps).length <= longest.steps, `at most ${longest.steps} steps`),
  maxCallSeconds: z.int(),
  defaults: z.record(value, value).exactOptional(),
  places: z.record(name, z.strictObject({ x: z.number(), y: z.number() })).exactOptional(),
})

/** Taken as it is, once its shape is known to be right. */
export const flow = z.custom<Flow>(given => flowShape.safeParse(given).success, 'no flow')
