import type { AgentDetail } from '../../../src-main/contract/agents.ts'

type Campaign = AgentDetail['versions'][number]['campaigns'][number]

export interface Behind extends Campaign {
  /** That it stays on until somebody moves it on. */
  readonly version: number
}

/** Campaigns that are not over and speak an older version than the one published last. */
export const movable = ({ published, versions }: Pick<AgentDetail, 'published' | 'versions'>): Behind[] =>
  versions
    .filter(({ version }) => version !== published?.version)
    .flatMap(({ version, campaigns }) =>
      campaigns
        .filter(({ state }) => state !== 'completed' && state !== 'cancelled')
        .map(campaign => ({ ...campaign, version })),
    )
