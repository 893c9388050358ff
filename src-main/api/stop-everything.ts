import type { Services } from './services.ts'

/**
 * Pauses every campaign. Calls that somebody at a desk placed, tests of trunks and rehearsals of agents, end at once;
 * those of campaigns only with `hangUp`.
 * @returns how many campaigns were paused
 */
export function stopEverything(
  { engine, dialer, trials }: Pick<Services, 'engine' | 'dialer' | 'trials'>,
  options: { readonly hangUp: boolean },
): Promise<number> {
  endDeskCalls({ dialer, trials }, 'stopped')
  return engine.stopAll(options)
}

/** Tests of trunks and rehearsals of agents. */
export function endDeskCalls(
  { dialer, trials }: Pick<Services, 'dialer' | 'trials'>,
  by: 'stopped' | 'closed',
): void {
  dialer.endTestCalls(by)
  trials.hangUpAll()
}
