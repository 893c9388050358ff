/** Who ends a test call from here; the reason of its signal. */
export type TestCallEnd = 'you' | 'left' | 'stopped' | 'closed'

const words: Readonly<Record<TestCallEnd, string>> = {
  you: 'You hung up',
  left: 'The window was left',
  stopped: '“Pause everything” ended the call',
  closed: 'The program was closed',
}

/** The beginning of a sentence that says what had not happened yet. */
export const endedBy = ({ aborted, reason }: Pick<AbortSignal, 'aborted' | 'reason'>): string =>
  aborted && reason in words ? words[reason as TestCallEnd] : 'The call was ended from here'
