import { runSteps } from '../check/run-steps.mjs'

export const run = async () => ((await runSteps()).failed > 0 ? 1 : 0)
