import { createMediaPool } from '../../../src-main/telephony/media/create-media-pool.ts'
import { createCarrier } from '../../../src-main/telephony/practice/create-carrier.ts'
import { openLedgerFile } from '../../../src-main/telephony/practice/ledger-file.ts'

/** A carrier in a process of its own, to be killed. Arguments: ledger file, port. Sends its port to the parent. */
const [ledger = '', port = '0'] = process.argv.slice(2)

const media = await createMediaPool({
  workerPath: new URL('../../../src-main/telephony/media/worker.ts', import.meta.url).pathname,
  workers: 1,
  ports: { from: 40_000, to: 49_999 },
  localHost: '127.0.0.1',
})
const carrier = await createCarrier({
  host: '127.0.0.1',
  port: Number(port),
  seed: 1,
  speed: 20,
  media,
  now: Date.now,
  onEntry: openLedgerFile(ledger).append,
  t1Ms: 100,
})
process.send?.(carrier.port)
