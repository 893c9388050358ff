/** Flows that come with the program, in `resources/agents/<language>`. */
export const readyMadeAgents = ['reminder', 'survey', 'notification'] as const
export type ReadyMadeAgent = (typeof readyMadeAgents)[number]

/** Languages that each of them is written in. */
export const readyMadeLanguages = ['en', 'de'] as const
export type ReadyMadeLanguage = (typeof readyMadeLanguages)[number]
