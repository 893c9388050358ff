import type { TrunkHealth } from '../../../src-main/contract/lines.ts'
import { clock } from '../../format/time.ts'
import { text } from '../../text/text.ts'

/** How a trunk stands, in words: since when, and when it is tried again. */
export function healthText({ health, practice }: { health: TrunkHealth; practice: boolean }): string {
  const words = text.trunks.health
  switch (health.is) {
    case 'unknown':
      return words.unknown
    case 'up':
      return practice ? words.practice : health.registered ? words.registered : words.answers
    case 'down':
      return words.down(text.told(health.reason), health.retryAt === null ? null : clock(health.retryAt))
  }
}
