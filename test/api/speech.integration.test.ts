import { expect, test } from 'vitest'
import { anApi, refusalOf } from '../make/api.ts'

const api = anApi()

test('desktop.md 5, speech providers: the voice says what it can speak, and is heard as on the telephone', async () => {
  expect(await api.client.speech.voice()).toEqual({ name: 'slt', languages: ['en'] })
  const { wav, soundMs } = await api.client.speech.hear({ text: 'Good morning, this is a test.' })
  const bytes = Buffer.from(wav, 'base64')
  expect([bytes.toString('ascii', 0, 4), bytes.toString('ascii', 8, 12)]).toEqual(['RIFF', 'WAVE'])
  const [rate, dataBytes] = [bytes.readUInt32LE(24), bytes.readUInt32LE(40)]
  expect([rate, dataBytes]).toEqual([8_000, bytes.length - 44])
  expect(soundMs).toBeCloseTo((1000 * dataBytes) / 2 / rate)
  expect(soundMs).toBeGreaterThan(1_000)
  const samples = new Int16Array(bytes.buffer.slice(bytes.byteOffset + 44, bytes.byteOffset + bytes.length))
  expect(Math.max(...samples), 'it is no silence').toBeGreaterThan(2_000)
})

test('a sentence without a word is refused at its field', async () => {
  expect(await refusalOf(api.client.speech.hear({ text: '…!' }))).toMatchObject({
    code: 'no_words',
    field: 'text',
  })
})

test('desktop.md 5, about: it tells what the program stands on', async () => {
  const { runsOn } = await api.client.workspace.about()
  expect(runsOn).toContainEqual({ name: 'Node', version: process.versions.node })
  expect(runsOn.find(({ name }) => name === 'SQLite')?.version).toMatch(/^3\.\d+\.\d+$/)
})
