import type { Job } from '../../../src-main/contract/jobs.ts'

export const historyKinds = {
  imports: ['import'],
  exports: ['export'],
  actions: ['act', 'do_not_call', 'undo'],
} as const satisfies Record<string, readonly Job['kind'][]>

export type HistoryKind = keyof typeof historyKinds

export interface HistorySearch {
  readonly kind?: HistoryKind
}

export const parseHistorySearch = ({ kind }: Record<string, unknown>): HistorySearch =>
  typeof kind === 'string' && Object.hasOwn(historyKinds, kind) ? { kind: kind as HistoryKind } : {}
