import { onTestFinished } from 'vitest'
import type { Carrier } from '../../../src-main/telephony/practice/carrier.ts'
import { createCarrier } from '../../../src-main/telephony/practice/create-carrier.ts'
import { openMedia } from '../../dialer/open-exchange.ts'

/** A carrier whose people act by the last two digits of their number; it goes away with the test. */
export const aCarrier = async (credentials?: { user: string; password: string }): Promise<Carrier> => {
  const media = await openMedia()
  const carrier = await createCarrier({
    ...{ host: '127.0.0.1', port: 0, seed: 1, speed: 20 },
    media,
    now: Date.now,
    ...(credentials === undefined ? {} : { credentials }),
  })
  onTestFinished(async () => {
    await carrier.close()
    await media.close()
  })
  return carrier
}
