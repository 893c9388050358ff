import { create } from 'zustand'
import type { CampaignRow } from '../../../src-main/contract/campaigns.ts'

export type Move = CampaignRow['moves'][number]

export interface Asked {
  readonly id: CampaignRow['id']
  readonly name: string
  readonly move: Move
}

/** The move of a campaign that a person asked for and that still needs a word; one dialog at a time. */
export const useAskedMove = create<{ asked: Asked | undefined }>(() => ({ asked: undefined }))

export const askMove = (asked: Asked) => useAskedMove.setState({ asked })
export const dropMove = () => useAskedMove.setState({ asked: undefined })
