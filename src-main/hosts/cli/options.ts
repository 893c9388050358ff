import { InvalidArgumentError, Option } from 'commander'
import { dataDirOf, defaultDataDir } from '../data-dir.ts'

/** Options that several commands have, each said once. */
export const dataOption = (): Option =>
  new Option('--data <folder>', 'folder of the workspace')
    .default(defaultDataDir(), defaultDataDir())
    .argParser(dataDirOf)

export const jsonOption = (): Option => new Option('--json', 'answer in JSON, for programs').default(false)

export const portOption = (): Option =>
  new Option('--port <number>', 'port on 127.0.0.1; 0 takes any free one').default(4717).argParser(text => {
    const port = Number(text)
    if (!/^\d{1,5}$/.test(text) || port > 65_535)
      throw new InvalidArgumentError('A port is a number from 0 to 65535.')
    return port
  })

export const drainOption = (): Option =>
  new Option('--drain <seconds>', 'how long calls may go on after being told to stop')
    .default(30)
    .argParser(text => {
      if (!/^\d{1,4}$/.test(text))
        throw new InvalidArgumentError('Seconds are a whole number from 0 to 9999.')
      return Number(text)
    })
