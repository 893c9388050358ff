import { type ReadLane as Lane, type Reads, type ReadTable, readLanes } from '../../contacts/read-work.ts'
import { createReadLane, type ReadLane } from './read-lane.ts'

export interface OpenReads<T extends ReadTable> extends Reads<T> {
  close(): Promise<void>
}

export interface ReadsOptions<T extends ReadTable> {
  readonly workerPath: string
  /** Path of the workspace's database. */
  readonly file: string
  /** The same that the worker answers by. */
  readonly table: T
}

/** Two threads, started when they are first asked: a page never waits behind a count. */
export function createReads<T extends ReadTable>({ workerPath, file, table }: ReadsOptions<T>): OpenReads<T> {
  const lanes = Object.fromEntries(
    readLanes.map(lane => [lane, createReadLane(workerPath, file)]),
  ) as Readonly<Record<Lane, ReadLane>>
  const ask = async (name: string, input: unknown, { signal }: { signal?: AbortSignal | undefined } = {}) => {
    const read = table[name]
    if (read === undefined) throw new Error(`There is no read ${name}`)
    return lanes[read.lane].ask({ name, input }, signal)
  }
  return {
    ask: ask as Reads<T>['ask'],
    close: async () => void (await Promise.all(readLanes.map(lane => lanes[lane].close()))),
  }
}
