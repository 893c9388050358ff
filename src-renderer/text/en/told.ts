import { wallClock } from '../../format/time.ts'

const clocks = /(?:\d{4}-\d\d-\d\d|Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d\d:\d\d [A-Z]\w*(?:\/[\w+-]+)*/g

/** What the engine tells, in the language of the interface; English is its own, but for zones as people name them. */
export const told = (sentence: string): string => sentence.replaceAll(clocks, wallClock)
