import type { TestCallWish } from '../../src-main/dialer/test-call/place-test-call.ts'
import type { E164 } from '../../src-main/domain/ids.ts'

/** A test call that is kept nowhere, known by its number. */
export const aTestCall = (to: string, wish: Partial<TestCallWish> = {}): TestCallWish => ({
  id: to,
  to: to as E164,
  callerId: '+493099999999' as E164,
  language: 'en',
  signal: new AbortController().signal,
  tell: () => {},
  record: { sending: async () => {}, answered: async () => {} },
  ...wish,
})
