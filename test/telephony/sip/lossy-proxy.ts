import { createSocket } from 'node:dgram'

/** Small seeded chance (mulberry32). */
export const seededDice = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Passes datagrams between one caller and one peer, and loses this part of them in each direction. */
export const lossyProxy = async (peerPort: number, loss: number, dice: () => number) => {
  const near = createSocket('udp4')
  const far = createSocket('udp4')
  await new Promise<void>(resolve => near.bind(0, '127.0.0.1', resolve))
  await new Promise<void>(resolve => far.bind(0, '127.0.0.1', resolve))
  let caller = 0
  let passed = 0
  let lost = 0
  const survives = (): boolean => {
    const survived = dice() >= loss
    if (survived) passed++
    else lost++
    return survived
  }
  near.on('message', (data, { port }) => {
    caller = port
    if (survives()) far.send(data, peerPort, '127.0.0.1')
  })
  far.on('message', data => {
    if (survives()) near.send(data, caller, '127.0.0.1')
  })
  return {
    localPort: near.address().port,
    counts: () => ({ passed, lost }),
    close(): void {
      near.close()
      far.close()
    },
  }
}
