import { buildWhenNeeded } from '../build.mjs'

export const run = () => buildWhenNeeded({ always: true })
