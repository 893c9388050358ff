/** How a trunk is reached. Its password lives in the host's secret store. */
export interface TrunkSettings {
  readonly transport: 'udp'
  /** Address of the carrier or PBX: name or IPv4. */
  readonly host: string
  readonly port: number
  /** Local UDP port; 0: any free one. */
  readonly localPort: number
  /** Empty: the trunk knows us by our address. */
  readonly user: string
  readonly register: boolean
  readonly registerSeconds: number
  /** Host part of From; empty: the trunk's host. */
  readonly fromDomain: string
  /** How the called number is written. */
  readonly numberFormat: 'e164_plus' | 'e164'
  readonly optionsSeconds: number
  readonly maxCalls: number
  readonly callsPerSecond: number
}

export const trunkDefaults: TrunkSettings = {
  transport: 'udp',
  host: '',
  port: 5060,
  localPort: 0,
  user: '',
  register: false,
  registerSeconds: 300,
  fromDomain: '',
  numberFormat: 'e164_plus',
  optionsSeconds: 30,
  maxCalls: 30,
  callsPerSecond: 10,
}

/** Peers on this machine only; there the campaign's own windows may be lifted. */
export const isLoopback = ({ host }: Pick<TrunkSettings, 'host'>): boolean =>
  host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host)
