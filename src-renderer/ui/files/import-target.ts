import type { ImportPlan } from '../../../src-main/contract/imports.ts'

/** Where to and which file, as they stand in the address. Neither list nor campaign: all contacts. */
export interface ImportSearch {
  readonly list?: number
  readonly campaign?: number
  /** A file that was handed in. */
  readonly upload?: string
}

export type Target = ImportPlan['target']

const idIn = (raw: unknown) => {
  const id = Number(raw)
  return Number.isSafeInteger(id) && id > 0 ? id : undefined
}

export function parseImportSearch(raw: Record<string, unknown>): ImportSearch {
  const list = idIn(raw.list)
  const campaign = list === undefined ? idIn(raw.campaign) : undefined
  const upload = typeof raw.upload === 'string' && /^[\w-]{1,100}$/.test(raw.upload) ? raw.upload : undefined
  return {
    ...(list !== undefined && { list }),
    ...(campaign !== undefined && { campaign }),
    ...(upload !== undefined && { upload }),
  }
}

export function targetOf({ list, campaign }: ImportSearch): Target {
  if (list !== undefined) return { into: 'list', list } as Target
  if (campaign !== undefined) return { into: 'campaign', campaign } as Target
  return { into: 'all' }
}

/** The part of the address that says where to. */
export function searchOf(target: Target): ImportSearch {
  switch (target.into) {
    case 'all':
      return {}
    case 'list':
      return { list: target.list }
    case 'campaign':
      return { campaign: target.campaign }
  }
}
