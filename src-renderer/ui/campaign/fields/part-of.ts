import type { EditablePart } from '../../../../src-main/contract/campaign-edit.ts'

/** `rotation.maxCallsPerDay` is changed as a part of `settings.rotation`. */
export const partOf = (setting: string) => `settings.${setting.split('.')[0]}` as EditablePart
