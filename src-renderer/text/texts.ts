import type { en } from './en/en.ts'

/** A text may be any words, but takes what the English one takes. */
type AnyWords<Text> = Text extends string
  ? string
  : Text extends (...values: infer Values) => infer Made
    ? (...values: Values) => AnyWords<Made>
    : { readonly [Name in keyof Text]: AnyWords<Text[Name]> }

/** Every text of the interface has this shape: a language that lacks one does not compile. */
export type Texts = AnyWords<typeof en>
