import type { Refusal } from '../../../src-main/contract/values.ts'

/** The form once more, as if it had been opened with what they saved: what was not touched here stays theirs. */
export function overTheirs<V extends { readonly opened?: object | undefined }>(
  sent: V,
  { changed }: { readonly changed: NonNullable<Refusal['changed']> },
): V {
  const theirs = Object.fromEntries(changed.map(({ field, theirs }) => [field, theirs]))
  const untouched = Object.fromEntries(
    changed.filter(({ yours }) => yours === undefined).map(({ field, theirs }) => [field, theirs]),
  )
  return { ...sent, ...untouched, opened: { ...sent.opened, ...theirs } }
}

/** The form once more, on the revision that they made. */
export const onTheirRevision = <V extends { readonly revision?: number | undefined }>(
  sent: V,
  { revision = sent.revision }: { readonly revision?: number | undefined },
): V => ({ ...sent, revision })
