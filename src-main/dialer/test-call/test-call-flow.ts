import type { Flow } from '../../domain/flow.ts'

/** Languages in which a test call can be spoken. */
export type TestCallLanguage = 'en' | 'de'

/** Everything that is said on a test call. */
const sentences: Readonly<Record<TestCallLanguage, { readonly ask: string; readonly thanks: string }>> = {
  en: {
    ask: 'This is a test call from Trunkline. Press 1 if you can hear this.',
    thanks: 'Thank you. Goodbye.',
  },
  de: {
    ask: 'Dies ist ein Testanruf von Trunkline. Drücken Sie die 1, wenn Sie dies hören.',
    thanks: 'Vielen Dank. Auf Wiederhören.',
  },
}

/** Says what it is, waits for any key, and hangs up. */
export const testCallFlow = (language: TestCallLanguage): Flow => ({
  start: 'ask',
  maxCallSeconds: 60,
  steps: {
    ask: {
      do: 'ask',
      text: sentences[language].ask,
      store: 'heard',
      choices: { '1': { label: 'Heard', next: 'thanks' } },
      waitSeconds: 20,
      tries: 1,
      onSilence: 'end',
      onMisunderstood: 'thanks',
    },
    thanks: { do: 'end', text: sentences[language].thanks },
    end: { do: 'end' },
  },
})
