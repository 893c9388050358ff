import { createSocket, type Socket } from 'node:dgram'
import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { TrunkDialer } from '../../src-main/dialer/create-dialer.ts'
import type { TrunkConfig } from '../../src-main/dialer/trunk-config.ts'
import type { TrunkId } from '../../src-main/domain/ids.ts'
import { type TrunkSettings, trunkDefaults } from '../../src-main/domain/trunk.ts'
import type { CallOutcome, TrunkHealth } from '../../src-main/engine/ports/dialer.ts'
import type { MediaPool } from '../../src-main/telephony/media/media-pool.ts'
import type { Carrier } from '../../src-main/telephony/practice/carrier.ts'
import { createCarrier } from '../../src-main/telephony/practice/create-carrier.ts'
import { createSipLine } from '../../src-main/telephony/sip/create-sip-line.ts'
import { anOrder, openDialer, openMedia } from './open-exchange.ts'

let media: MediaPool
let dialer: TrunkDialer
let strict: Carrier
/** Takes datagrams and says nothing. */
let silent: Socket
let closedPort: number

const openStrict = (port: number): Promise<Carrier> =>
  createCarrier({
    host: '127.0.0.1',
    port,
    seed: 1,
    speed: 20,
    media,
    now: Date.now,
    t1Ms: 50,
    credentials: { user: 'desk', password: 'right' },
  })

beforeAll(async () => {
  media = await openMedia()
  dialer = openDialer(media, '')
  strict = await openStrict(0)
  silent = createSocket('udp4').bind(0, '127.0.0.1')
  const closed = createSocket('udp4').bind(0, '127.0.0.1')
  await Promise.all([once(silent, 'listening'), once(closed, 'listening')])
  closedPort = closed.address().port
  closed.close()
})
afterAll(async () => {
  await dialer.close()
  await strict.close()
  silent.close()
  await media.close()
})

let trunks = 100

const aTrunk = (settings: Partial<TrunkSettings>, password: string | null = null): TrunkConfig => ({
  id: ++trunks as TrunkId,
  name: 'Trunk',
  settings: { ...trunkDefaults, host: '127.0.0.1', optionsSeconds: 0, ...settings },
  password,
  t1Ms: 50,
})

const call = async (trunk: TrunkConfig, over = dialer): Promise<CallOutcome> => {
  const prepared = await over.prepare(anOrder({ trunk: trunk.id, to: '+493012345601' }))
  if ('refused' in prepared) throw new Error(prepared.message)
  const { promise, resolve } = Promise.withResolvers<CallOutcome>()
  prepared.send({ ringing: () => {}, answered: async () => {}, happened: () => {}, ended: resolve })
  return promise
}

const until = (trunk: TrunkConfig, is: TrunkHealth['is'], of = dialer): Promise<TrunkHealth> =>
  vi.waitFor(() => {
    const health = of.trunkHealth(trunk.id)
    expect(health.is).toBe(is)
    return health
  }, 10_000)

describe.concurrent('a call over a trunk', () => {
  test('with the right password reaches the person', async () => {
    const trunk = aTrunk({ port: strict.port, user: 'desk' }, 'right')
    await dialer.applyTrunk(trunk)
    expect(await call(trunk)).toMatchObject({ result: 'busy', sipCode: 486 })
  })

  test('with a wrong password fails by its credentials and counts as no attempt', async () => {
    const trunk = aTrunk({ port: strict.port, user: 'desk' }, 'wrong')
    await dialer.applyTrunk(trunk)
    const outcome = await call(trunk)
    expect(outcome).toMatchObject({ result: 'failed', failure: 'credentials', mayHaveRung: false })
    expect(JSON.stringify(outcome.trace)).not.toMatch(/response="[0-9a-f]/)
  })

  test('without a password where one is wanted fails by its credentials', async () => {
    const trunk = aTrunk({ port: strict.port })
    await dialer.applyTrunk(trunk)
    expect(await call(trunk)).toMatchObject({ result: 'failed', failure: 'credentials', mayHaveRung: false })
  })

  test.each([
    ['behind whose port nobody listens', () => closedPort],
    ['that takes everything in silence', () => silent.address().port],
  ])('%s fails by the trunk, counts as no attempt, and the trunk is down for the next', async (_, port) => {
    const trunk = aTrunk({ port: port() })
    await dialer.applyTrunk(trunk)
    expect(await call(trunk)).toMatchObject({
      result: 'failed',
      failure: 'trunk',
      mayHaveRung: false,
      sipCode: 0,
      hungUpBy: null,
    })
    await until(trunk, 'down')
    expect(await dialer.prepare(anOrder({ trunk: trunk.id }))).toMatchObject({
      refused: 'trunk_down',
      message: expect.stringContaining(`127.0.0.1:${port()}`),
    })
  })
})

describe.concurrent('the health of a trunk', () => {
  test('is up and registered with the right password', async () => {
    const trunk = aTrunk({ port: strict.port, user: 'desk', register: true }, 'right')
    const told: TrunkHealth[] = []
    const stop = dialer.onTrunkHealth((id, health) => id === trunk.id && told.push(health))
    await dialer.applyTrunk(trunk)
    expect(await until(trunk, 'up')).toMatchObject({ registered: true })
    expect(told.at(-1)).toMatchObject({ is: 'up' })
    stop()
  })

  test('is down with the reason when the password is wrong', async () => {
    const trunk = aTrunk({ port: strict.port, user: 'desk', register: true }, 'wrong')
    await dialer.applyTrunk(trunk)
    expect(await until(trunk, 'down')).toMatchObject({ reason: expect.stringContaining('password') })
  })

  test('is down when its name cannot be found, and no call is tried', async () => {
    const trunk = aTrunk({ host: 'no-such-trunk.invalid' })
    await dialer.applyTrunk(trunk)
    expect(dialer.trunkHealth(trunk.id)).toMatchObject({
      is: 'down',
      reason: expect.stringContaining('no-such-trunk.invalid'),
    })
    expect(await dialer.prepare(anOrder({ trunk: trunk.id }))).toMatchObject({ refused: 'trunk_down' })
    await dialer.removeTrunk(trunk.id)
    expect(dialer.trunkHealth(trunk.id)).toEqual({ is: 'unknown' })
  })

  test('comes back by itself when the trunk does', async () => {
    const first = await openStrict(0)
    const trunk = aTrunk({ port: first.port, user: 'desk', optionsSeconds: 1 }, 'right')
    await dialer.applyTrunk(trunk)
    await until(trunk, 'up')
    await first.close()
    await until(trunk, 'down')
    const second = await openStrict(first.port)
    await until(trunk, 'up')
    expect(await call(trunk)).toMatchObject({ result: 'busy' })
    await second.close()
  })
})

test('a trunk whose name leads to another address is followed there', async () => {
  const first = await openStrict(0)
  const moved = await createSipLine({
    localHost: '127.0.0.2',
    localPort: first.port,
    peer: null,
    t1Ms: 50,
    userAgent: 'moved',
  })
  moved.onInvite(invite => invite.reject(600, 'Busy Everywhere'))
  let address = '127.0.0.1'
  const own = openDialer(media, '', { findRoute: async () => ({ address, localAddress: '127.0.0.1' }) })
  const trunk = aTrunk({ host: 'trunk.example', port: first.port, user: 'desk', optionsSeconds: 1 }, 'right')
  await own.applyTrunk(trunk)
  await until(trunk, 'up', own)
  expect(await call(trunk, own)).toMatchObject({ sipCode: 486 })
  const told: string[] = []
  own.onTrunkHealth((_, health) => told.push(health.is))
  address = '127.0.0.2'
  await first.close()
  await vi.waitFor(() => expect(told).toContain('down'), 10_000)
  await until(trunk, 'up', own)
  expect(await call(trunk, own)).toMatchObject({ sipCode: 600 })
  await own.close()
  await moved.close()
})

describe.concurrent('a trunk test', () => {
  const layers = (steps: Awaited<ReturnType<TrunkDialer['testTrunk']>>) =>
    steps.map(({ layer, ok }) => `${layer} ${ok ? 'ok' : 'failed'}`)

  test('goes through to the end where everything is right', async () => {
    const steps = await dialer.testTrunk(aTrunk({ port: strict.port, user: 'desk', register: true }, 'right'))
    expect(layers(steps)).toEqual(['name ok', 'route ok', 'answer ok', 'sign_in ok', 'ready ok'])
  })

  test('says that the password is wrong', async () => {
    const steps = await dialer.testTrunk(aTrunk({ port: strict.port, user: 'desk', register: true }, 'wrong'))
    expect(layers(steps)).toEqual(['name ok', 'route ok', 'answer ok', 'sign_in failed'])
    expect(steps.at(-1)?.text).toMatch(/password/)
  })

  test('says that nothing listens on the port, and where', async () => {
    const steps = await dialer.testTrunk(aTrunk({ port: closedPort }))
    expect(layers(steps)).toEqual(['name ok', 'route ok', 'port failed'])
    expect(steps.at(-1)?.text).toContain(`UDP port ${closedPort} of 127.0.0.1`)
  })

  test('says that the name is unknown', async () => {
    expect(layers(await dialer.testTrunk(aTrunk({ host: 'no-such-trunk.invalid' })))).toEqual(['name failed'])
  })

  test('says that its own port is taken', async () => {
    const steps = await dialer.testTrunk(aTrunk({ port: strict.port, localPort: silent.address().port }))
    expect(layers(steps)).toEqual(['name ok', 'route failed'])
    expect(steps.at(-1)?.text).toContain(`${silent.address().port}`)
  })

  test('of a known trunk goes over its own line and leaves it as it was', async () => {
    const trunk = aTrunk({ port: strict.port, user: 'desk', register: true }, 'right')
    await dialer.applyTrunk(trunk)
    await until(trunk, 'up')
    const steps = await dialer.testTrunk(trunk)
    expect(layers(steps).at(-1)).toBe('ready ok')
    expect(dialer.trunkHealth(trunk.id)).toMatchObject({ is: 'up', registered: true })
  })
})
