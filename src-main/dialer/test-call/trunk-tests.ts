import type { TrunkSettings } from '../../domain/trunk.ts'
import type { SipLine } from '../../telephony/sip/sip-line.ts'
import type { TrunkTestStep } from '../test-trunk.ts'
import type { TrunkConfig } from '../trunk-config.ts'
import { endedBy, type TestCallEnd } from './ended-by.ts'
import type { TestCallWish } from './place-test-call.ts'

export interface TrunkTestParts {
  /** Tells each layer up to the first that fails, then goes on over the line where none did. */
  readonly layers: (
    config: TrunkConfig,
    tell: (step: TrunkTestStep) => void,
    further: (line: SipLine) => Promise<void>,
  ) => Promise<void>
  readonly place: (
    line: SipLine,
    settings: TrunkSettings,
    wish: TestCallWish,
  ) => Promise<readonly TrunkTestStep[]>
}

/** Tests of trunks that go on now. */
export interface TrunkTests {
  /** With a wish by a real call at last. Ended before the call leaves, it tells at once how far it came. */
  run(config: TrunkConfig, wish?: TestCallWish): Promise<readonly TrunkTestStep[]>
  /** Hangs up; without an id all of them. */
  end(by: TestCallEnd, id?: string): void
  /** Those with a call that are not over. */
  count(): number
}

export function createTrunkTests({ layers, place }: TrunkTestParts): TrunkTests {
  const ends = new Map<string, AbortController>()

  const withCall = async (config: TrunkConfig, wish: TestCallWish): Promise<readonly TrunkTestStep[]> => {
    const end = new AbortController()
    ends.set(wish.id, end)
    const signal = AbortSignal.any([wish.signal, end.signal])
    const steps: TrunkTestStep[] = []
    let called = false
    const whole = layers(
      config,
      step => steps.push(step),
      async line => {
        if (signal.aborted) return
        called = true
        steps.push(...(await place(line, config.settings, { ...wish, signal })))
      },
    ).finally(() => ends.delete(wish.id))
    const ended = aborted(signal).then(async () => {
      if (called) await whole
      else ends.delete(wish.id)
    })
    await Promise.race([whole, ended])
    return signal.aborted && !called ? [...steps, notCalled(signal)] : steps
  }

  return {
    run: async (config, wish) => {
      if (wish) return withCall(config, wish)
      const steps: TrunkTestStep[] = []
      await layers(
        config,
        step => steps.push(step),
        async () => {},
      )
      return steps
    },
    end: (by, id) => {
      for (const [one, end] of ends) if (id === undefined || one === id) end.abort(by)
    },
    count: () => ends.size,
  }
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise(resolve => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })

const notCalled = (signal: AbortSignal): TrunkTestStep => ({
  layer: 'call',
  ok: false,
  text: `${endedBy(signal)} before the call left.`,
})
