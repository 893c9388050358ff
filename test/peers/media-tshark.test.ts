import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MediaPool } from '../../src-main/telephony/media/media-pool.ts'
import { anEnd, aPool, join, passed } from '../telephony/media/two-legs.ts'
import { findProgram, missingPrograms, until } from './programs.ts'

const fields = [
  'udp.srcport',
  'rtp.p_type',
  'rtp.marker',
  'rtp.seq',
  'rtp.timestamp',
  'rtpevent.event_id',
  'rtpevent.end_of_event',
  'rtpevent.duration',
  'rtcp.pt',
]

interface Seen {
  readonly from: number
  readonly payloadType: number
  readonly marker: boolean
  readonly sequence: number
  readonly timestamp: number
  readonly event: string
  readonly end: boolean
  readonly duration: number
  readonly rtcp: string
}

const isTrue = (text: string | undefined) => text === '1' || text === 'True'

const readLine = (line: string): Seen => {
  const [from, payloadType, marker, sequence, timestamp, event, end, duration, rtcp] = line.split('\t')
  return {
    from: Number(from),
    payloadType: Number(payloadType),
    marker: isTrue(marker),
    sequence: Number(sequence),
    timestamp: Number(timestamp),
    event: event ?? '',
    end: isTrue(end),
    duration: Number(duration),
    rtcp: rtcp ?? '',
  }
}

/** What Wireshark's dissectors make of the packets between two RTP ports and their RTCP neighbours. */
async function watch(ports: readonly number[]) {
  const all = ports.flatMap(port => [port, port + 1])
  const args = ['-i', 'lo', '-l', '-n', '-f', all.map(port => `udp port ${port}`).join(' or ')]
  for (const port of ports) args.push('-d', `udp.port==${port},rtp`, '-d', `udp.port==${port + 1},rtcp`)
  args.push(
    '-o',
    'rtpevent.event_payload_type_value:101',
    '-T',
    'fields',
    ...fields.flatMap(field => ['-e', field]),
  )
  const child: ChildProcess = spawn(findProgram('tshark') as string, args)
  let output = ''
  let log = ''
  child.stdout?.on('data', chunk => {
    output += chunk
  })
  child.stderr?.on('data', chunk => {
    log += chunk
  })
  await until('tshark captures', () => log.includes('Capturing on'))
  // It says so a moment before the first packet is taken.
  await passed(700)
  return async (): Promise<Seen[]> => {
    child.kill('SIGINT')
    await once(child, 'exit')
    return output.trim().split('\n').map(readLine)
  }
}

describe.skipIf(missingPrograms('tshark'))('what Wireshark sees of a call', () => {
  let pool: MediaPool
  let seen: Seen[]
  let sender: number

  beforeAll(async () => {
    pool = await aPool()
    const [here, there] = [await anEnd(pool), await anEnd(pool)]
    sender = here.leg.localPort
    const stop = await watch([sender, there.leg.localPort])
    join(here, there)
    await passed(400)
    here.leg.sendKey('5')
    await passed(2600)
    await Promise.all([here.leg.close(), there.leg.close()])
    await passed(500)
    seen = await stop()
  })
  afterAll(() => pool.close())

  const rtp = () => seen.filter(({ from, rtcp }) => from === sender && rtcp === '')

  test('G.711 without a gap: each packet follows the one before', () => {
    const packets = rtp()
    expect(packets.length).toBeGreaterThan(100)
    expect(new Set(packets.map(({ payloadType }) => payloadType))).toEqual(new Set([8, 101]))
    const first = packets[0]?.sequence ?? 0
    expect(packets.map(({ sequence }) => (sequence - first) & 0xffff)).toEqual(packets.map((_, at) => at))
  })

  test('20 ms of time in each packet, also across the key; where the machine stood still, whole packets more', () => {
    const sound = rtp().flatMap(({ timestamp, event }, at) => (event === '' ? [{ at, timestamp }] : []))
    const first = sound[0]?.timestamp ?? 0
    for (const { at, timestamp } of sound) {
      const passedBy = (timestamp - first) >>> 0
      expect(passedBy % 160).toBe(0)
      expect(passedBy).toBeGreaterThanOrEqual(at * 160)
    }
  })

  test('one key: beginning marked, one timestamp, growing duration, three ends', () => {
    const key = rtp().filter(({ event }) => event !== '')
    expect(key.map(({ event, marker, end, duration }) => ({ event, marker, end, duration }))).toEqual(
      [160, 320, 480, 640, 800, 800, 800].map((duration, at) => ({
        event: '5',
        marker: at === 0,
        end: at >= 4,
        duration,
      })),
    )
    expect(new Set(key.map(({ timestamp }) => timestamp)).size).toBe(1)
  })

  test('a sender report with its source, and a goodbye in the end', () => {
    const reports = seen.filter(({ from, rtcp }) => from === sender + 1 && rtcp !== '')
    expect(reports.map(({ rtcp }) => rtcp)).toEqual(['200,202', '200,202,203'])
  })
})
