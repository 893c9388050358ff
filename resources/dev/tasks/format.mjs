import { runTool } from '../tool.mjs'

export const run = args => runTool('@biomejs/biome', 'biome', ['check', '--write', ...args])
