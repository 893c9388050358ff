export const upload = {
  tooLarge: {
    what: 'The file is larger than this workspace takes.',
    cure: 'Split it into several files.',
  },
  diskFull: {
    what: 'The disk of the workspace has no room for this file.',
    cure: 'Free some space there, then send it again.',
  },
  signedOut: {
    what: 'The file was not taken: this window is signed out.',
    cure: 'Open the link that the console printed, then send it again.',
  },
  lost: {
    what: 'The connection was lost before the whole file had arrived.',
    cure: 'Nothing was imported. Send it again when the connection is back.',
  },
  calledOff: { what: 'Sending was cancelled.', cure: 'Nothing was imported.' },
  notTaken: (status: number) => ({
    what: `The file was not taken (${status}).`,
    cure: 'The log of the engine has the cause. Nothing was imported.',
  }),
}
