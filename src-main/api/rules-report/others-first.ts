/** Calls and windows have their turn between two pieces of work. */
export const othersFirst = () => new Promise<void>(resolve => setImmediate(resolve))
