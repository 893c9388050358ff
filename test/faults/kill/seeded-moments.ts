/** Milliseconds a life lasts: about a third ends before it dials. Same seed, same lives. */
export function seededMoments(seed: number): () => number {
  let state = seed >>> 0
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  return () => 200 + next() * 3_500
}
