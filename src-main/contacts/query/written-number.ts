/** A number, or a part of one, as somebody writes it: `0151 234`, `+49 151`, `(030) 231-25`, `4120`. */
export interface WrittenNumber {
  /** Without notation, international and trunk prefix. */
  readonly digits: string
  /** It begins with a country code. */
  readonly international: boolean
}

/** `null`: the text is no number. */
export function writtenNumber(text: string): WrittenNumber | null {
  const [, international, digits = ''] = /^(\+|00)?(\d+)$/.exec(text.replace(notation, '')) ?? []
  if (digits === '') return null
  return international === undefined
    ? { digits: digits.replace(/^0(?=\d)/, ''), international: false }
    : { digits, international: true }
}

const notation = /[\s()/.\-‐-–]/gu
