/** Kinds of activity, each with the first words of the actions that belong to it. */
export const activityKinds = {
  campaigns: ['campaign', 'call', 'goal', 'question', 'answer'],
  contacts: ['list', 'tag', 'segment', 'import', 'export', 'act', 'undo'],
  do_not_call: ['do_not_call'],
  lines: ['trunk', 'number', 'numbers'],
  agents: ['agent'],
  rules: ['business_hours', 'compliance'],
  workspace: ['workspace', 'backup'],
} as const satisfies Readonly<Record<string, readonly string[]>>

export type ActivityKind = keyof typeof activityKinds
