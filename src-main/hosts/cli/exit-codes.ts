/** What the exit code of `trunkline` means. Programs rely on these: add, never change. */
export const exitCodes = {
  ok: 0,
  /** A bug: please report it with the log. */
  unexpected: 1,
  /** Unknown command, option or value. */
  usage: 2,
  /** The console's port is taken or needs more rights. */
  port: 3,
  /** Another process has this workspace open. */
  workspaceInUse: 4,
  /** The workspace cannot be opened: no rights, no room, damaged, or from a newer version. */
  workspaceUnusable: 5,
  /** Nothing runs on this workspace. */
  notRunning: 6,
  /** It ran, and what it was asked to prove or do did not hold. */
  failed: 7,
  /** Ended at once by a second Ctrl-C. */
  interrupted: 130,
} as const satisfies Readonly<Record<string, number>>

export type Ending = keyof typeof exitCodes
