import { type Flow, nowhere } from '../flow.ts'

/** What a new agent begins with where no ready-made one was chosen. */
export const emptyFlow: Flow = { start: nowhere, steps: {}, maxCallSeconds: 300 }
