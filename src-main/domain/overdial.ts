/** What predictive dialling for people who answer depends on. */
export interface OverdialFacts {
  /** People who could take a call right now. */
  readonly free: number
  /** Calls on their way that nobody has answered yet. */
  readonly ringing: number
  /** Recent calls of the campaign, and how many of them were answered. */
  readonly tried: number
  readonly answered: number
  /** Calls answered by people within the time over which the law counts, and how many of them were abandoned. */
  readonly reached: number
  readonly abandoned: number
  /** Highest share of `reached` that may be abandoned, 0–1. */
  readonly share: number
}

/** So many calls on their way for each free person at most, whatever the figures say. */
const MOST_PER_PERSON = 10
/** What is aimed at of the share that is allowed: chance may take the rest. */
const AIM = 0.9
/** What is on its way may be abandoned at this multiple of the share, as long as the whole stays below it. */
const BURST = 3

/**
 * How many more calls may be dialled now. One for each free person can never be abandoned. Beyond that as many as the
 * share bears, together with all that was abandoned before.
 *
 * With k calls on their way, each answered with probability p, X ~ B(k, p) are answered and E[(X − n)⁺] find none of
 * the n free people. From k to k + 1 it grows by p · P(X ≥ n): the overflow of the binomial distribution, as in
 * D. A. Samuelson, "Predictive Dialing for Outbound Telephone Call Centers", Interfaces 29 (5), 1999. Conversations
 * that end while phones ring are not counted on: the truth is better than the figure, hence `BURST`.
 */
export function overdial(facts: OverdialFacts): number {
  const { free, ringing, reached, abandoned, share } = facts
  if (free <= 0) return 0
  const p = highestAnswerRate(facts)
  let overflow = 0
  let atLeastFree = p ** free
  // ln P(X = free − 1) among as many calls as are free
  let logShortByOne = Math.log(free) + (free - 1) * Math.log(p) + Math.log1p(-p)
  let most = free
  for (; most < free * MOST_PER_PERSON; most++) {
    overflow += p * atLeastFree
    const answers = p * (most + 1)
    const isBorne =
      overflow <= BURST * share * answers && abandoned + overflow <= AIM * share * (reached + answers)
    if (!isBorne) break
    atLeastFree = Math.min(1, atLeastFree + p * Math.exp(logShortByOne))
    logShortByOne += Math.log(most + 1) + Math.log1p(-p) - Math.log(most + 2 - free)
  }
  return Math.max(0, most - ringing)
}

/**
 * The upper end of the 95 % interval for the share of calls that are answered: few calls say little, and none nothing.
 * E. B. Wilson, "Probable Inference, the Law of Succession, and Statistical Inference", JASA 22, 1927.
 */
function highestAnswerRate({ tried, answered }: OverdialFacts): number {
  if (tried === 0) return 1
  const z = 1.96
  const rate = answered / tried
  const middle = rate + z ** 2 / (2 * tried)
  const spread = z * Math.sqrt((rate * (1 - rate)) / tried + z ** 2 / (4 * tried ** 2))
  return Math.min(1, (middle + spread) / (1 + z ** 2 / tried))
}
