import { countCalls } from '../contacts/calls/count-calls.ts'
import { listCalls, listNewestCalls } from '../contacts/calls/list-calls.ts'
import { findPeople } from '../contacts/calls/people.ts'
import { quick, type ReadTable, slow } from '../contacts/read-work.ts'
import { recordingPeaks } from './recording-peaks.ts'

/** What is asked about many calls at once. */
export const callReads = {
  callPeople: quick(findPeople),
  newestCalls: quick(listNewestCalls),
  calls: slow(listCalls),
  callCount: slow(countCalls),
  recordingPeaks: slow((_, path: string) => recordingPeaks(path)),
} satisfies ReadTable
