import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { untilTold } from '../../../src-main/hosts/cli/until-told.ts'

const listener = () => {
  const source = new EventEmitter()
  let at = 0
  const told = untilTold(source, () => at)
  const heard: string[] = []
  void told.once.then(() => heard.push('once'))
  void told.again.then(() => heard.push('again'))
  const tell = async (signal: string, ms: number) => {
    at = ms
    source.emit(signal)
    await Promise.resolve()
    return heard.join(' ')
  }
  return { tell }
}

test('one Ctrl-C that arrives by terminal and by npm counts once', async () => {
  const { tell } = listener()
  expect(await tell('SIGINT', 0)).toBe('once')
  expect(await tell('SIGINT', 20)).toBe('once')
  expect(await tell('SIGTERM', 1_000)).toBe('once')
})

test('a second Ctrl-C, by somebody who waited and lost patience, is heard', async () => {
  const { tell } = listener()
  await tell('SIGINT', 0)
  expect(await tell('SIGINT', 3_000)).toBe('once again')
})
