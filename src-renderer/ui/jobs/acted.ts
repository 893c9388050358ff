import type { Job } from '../../../src-main/contract/jobs.ts'

const mostKept = 50
let acts: readonly Job['id'][] = []

/** Actions on many that this window did and may take back, the latest first. */
export const acted = () => acts

export function keepAct(id: Job['id']) {
  acts = [id, ...acts].slice(0, mostKept)
}

export function forgetAct(id: Job['id']) {
  acts = acts.filter(one => one !== id)
}
