import type { Flow } from '../../domain/flow.ts'

/** Says what it is, waits for any key, and hangs up. */
export const testCallFlow: Flow = {
  start: 'ask',
  maxCallSeconds: 60,
  steps: {
    ask: {
      do: 'ask',
      text: 'This is a test call from Trunkline. Press 1 if you can hear this.',
      store: 'heard',
      choices: { '1': { label: 'Heard', next: 'thanks' } },
      waitSeconds: 20,
      tries: 1,
      onSilence: 'end',
      onMisunderstood: 'thanks',
    },
    thanks: { do: 'end', text: 'Thank you. Goodbye.' },
    end: { do: 'end' },
  },
}
