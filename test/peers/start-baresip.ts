import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { answersOptions } from './answers-options.ts'
import { freeTcpPort, freeUdpPort } from './free-port.ts'
import { type Program, startProgram, until } from './programs.ts'

export interface Baresip {
  readonly port: number
  readonly user: string
  readonly output: Program['output']
  /** Sends a key in the running call (RFC 4733). */
  press(key: string): Promise<void>
  hangUp(): Promise<void>
  /** WAV files of what it has heard, once the call is over. */
  heard(): readonly string[]
  stop(): Promise<void>
}

/** A telephone that picks up by itself and plays a WAV (8 kHz mono) into each call. */
export const startBaresip = async (wav: string): Promise<Baresip> => {
  const folder = mkdtempSync(join(tmpdir(), 'baresip-'))
  const port = await freeUdpPort()
  const control = await freeTcpPort()
  const user = 'anna'
  writeFileSync(join(folder, 'config'), configuration(port, control, wav, folder))
  writeFileSync(
    join(folder, 'accounts'),
    `<sip:${user}@127.0.0.1:${port}>;regint=0;answermode=auto;audio_codecs=PCMA/8000/1,PCMU/8000/1;dtmfmode=rtpevent\n`,
  )
  const program = startProgram('baresip', ['-f', folder, '-v', '-s'])
  const stop = async () => {
    await program.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await until('baresip answers', () => answersOptions(port))
  } catch (error) {
    await stop()
    throw new Error(program.output(), { cause: error })
  }
  return {
    port,
    user,
    output: program.output,
    press: key => command(control, 'sndcode', key),
    hangUp: () => command(control, 'hangup'),
    heard: () =>
      readdirSync(folder)
        .filter(name => name.endsWith('-dec.wav'))
        .map(name => join(folder, name)),
    stop,
  }
}

const configuration = (port: number, control: number, wav: string, folder: string): string => `
sip_listen 127.0.0.1:${port}
audio_source aufile,${wav}
audio_player aufile,${join(folder, 'played.wav')}
audio_alert aufile,${join(folder, 'alert.wav')}
ctrl_tcp_listen 127.0.0.1:${control}
rtp_ports 20000-29998
snd_path ${folder}
module_path /usr/lib/baresip/modules
module g711.so
module aufile.so
module sndfile.so
module_app account.so
module_app menu.so
module_app ctrl_tcp.so
`

/** One command over the control port, framed as a netstring; resolves at its response. */
const command = (port: number, name: string, params?: string): Promise<void> => {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const body = JSON.stringify({ command: name, ...(params === undefined ? {} : { params }) })
  const socket = connect(port, '127.0.0.1', () => socket.write(`${Buffer.byteLength(body)}:${body},`))
  let answer = ''
  socket.setTimeout(3_000, () => socket.destroy(new Error(`baresip did not answer "${name}"`)))
  socket.on('data', chunk => {
    answer += chunk
    if (!answer.includes('"response":true')) return
    socket.end()
    if (answer.includes('"ok":true')) resolve()
    else reject(new Error(answer))
  })
  socket.on('error', reject)
  return promise
}
