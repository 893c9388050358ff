import type { TrunkTestStep } from '../test-trunk.ts'

const codecCodes: readonly number[] = [415, 488, 606]

/** What the final answer of a call that was not taken means, and what to do about it. */
export function refusalStep(code: number, reason: string, rang: boolean): TrunkTestStep {
  return codecCodes.includes(code)
    ? { layer: 'codec', ok: false, text: noCodec(code) }
    : { layer: 'call', ok: false, text: wordsFor(code, reason, rang) }
}

const noCodec = (code: number): string =>
  `The trunk takes none of our codecs (${code}): allow G.711 A-law (PCMA) or µ-law (PCMU) for this account, without encryption.`

function wordsFor(code: number, reason: string, rang: boolean): string {
  switch (code) {
    case 401:
    case 407:
      return `The trunk refused user and password for the call (${code}): check both.`
    case 403:
      return rang
        ? 'The call was refused after it rang (403): call another telephone.'
        : 'The trunk forbids this call (403): ask the carrier whether this account may call there, and which caller numbers it may show.'
    case 404:
    case 410:
    case 604:
      return `The trunk says that this number does not exist (${code}): check it, and how the trunk wants numbers written.`
    case 484:
      return 'The number is incomplete for the trunk (484): check it, and how the trunk wants numbers written.'
    case 408:
    case 480:
      return `The telephone cannot be reached (${code}): it is switched off or does not answer. Call another one.`
    case 486:
    case 600:
      return `The line is busy (${code}), so the trunk carries calls: try again later, or call another telephone.`
    case 433:
    case 603:
    case 607:
    case 608:
      return `The call was declined (${code}): call another telephone, or show another caller number.`
    case 503:
      return 'The trunk takes no calls now (503): its channels may be full. Try again later, or ask the carrier.'
    case 500:
    case 502:
    case 504:
      return `The network has a fault or no room (${code}): try again later, or ask the carrier.`
    default:
      return `The trunk ended the call with ${code} (${reason}): ask the carrier what it means.`
  }
}
