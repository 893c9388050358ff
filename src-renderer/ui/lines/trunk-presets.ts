import type { TrunkForm } from '../../../src-main/contract/lines.ts'

type Filled = Pick<TrunkForm, 'port' | 'register' | 'numberFormat'>

const signsIn = { port: 5060, register: true } as const
const byAddress = { port: 5060, register: false } as const

/** How common PBXs, border controllers and carriers mostly want to be spoken to. */
export const trunkPresets = {
  asterisk: { name: 'Asterisk, FreePBX', fills: { ...signsIn, numberFormat: 'e164' } },
  freeswitch: { name: 'FreeSWITCH, FusionPBX', fills: { ...signsIn, numberFormat: 'e164' } },
  threecx: { name: '3CX', fills: { ...signsIn, numberFormat: 'e164_plus' } },
  kamailio: { name: 'Kamailio, OpenSIPS', fills: { ...byAddress, numberFormat: 'e164_plus' } },
  cube: { name: 'Cisco CUBE', fills: { ...byAddress, numberFormat: 'e164_plus' } },
  audiocodes: { name: 'AudioCodes, Ribbon SBC', fills: { ...byAddress, numberFormat: 'e164_plus' } },
  carrier: { fills: { ...signsIn, numberFormat: 'e164_plus' } },
  carrierByAddress: { fills: { ...byAddress, numberFormat: 'e164_plus' } },
} as const satisfies Record<string, { readonly name?: string; readonly fills: Filled }>

export type TrunkPreset = keyof typeof trunkPresets
export const trunkPresetNames = Object.keys(trunkPresets) as readonly TrunkPreset[]
