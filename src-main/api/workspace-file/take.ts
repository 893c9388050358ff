import type { ConfiguredThing } from '../../contract/configuration.ts'

/** Takes one thing of the file: left alone where it is known, told with its reason where it is refused. */
export type Take = (
  part: ConfiguredThing['part'],
  name: string,
  isKnown: boolean,
  add: () => Promise<unknown>,
) => Promise<void>
