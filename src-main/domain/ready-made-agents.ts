/** Flows that come with the program, in `resources/agents`. */
export const readyMadeAgents = ['reminder', 'survey', 'notification'] as const
export type ReadyMadeAgent = (typeof readyMadeAgents)[number]
