/** Ends a `switch` over a union: adding a variant makes the compiler point here. */
export function assertNever(value: never): never {
  throw new Error(`No case for ${JSON.stringify(value)}`)
}
