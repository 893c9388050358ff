/** From where on the advisor speaks up, each with its reason. */
export const thresholds = {
  /** As many calls as an auto-pause judges by: of fewer, two failures would already be a tenth. */
  failureCalls: 20,
  /** A sound trunk fails a few calls in a hundred; one in ten is worth a look long before the auto-pause (60 %). */
  failureShare: 0.1,
  /** From a third on more than chance or one bad prefix fails. */
  failureProblemShare: 0.33,
  /** The 95 % interval of a share near 15 % is then ± 7 points: below the limit for certain, or nearly so. */
  answerCalls: 100,
  /** People who know the caller answer one call in three to four; under one in seven most work is wasted. */
  answerShare: 0.15,
  /** A campaign that answers to two thirds of its own usual share has changed, whatever its list is worth. */
  answerFall: 0.67,
  /** Pace of a single hour swings with opening times and lunch. */
  paceHours: 2,
  /** Two working weeks of eight hours a day: longer than most lists stay true. */
  slowHours: 80,
  /** A setting binds where the pace comes this near to what it allows. */
  bindingShare: 0.85,
  /** Half of the law's cap: there the engine begins to start fewer calls. */
  abandonedOfCap: 0.5,
  /** A fifth of the budget leaves time to decide before the campaign pauses. */
  budgetShare: 0.8,
  /** A working day's notice to pay in. */
  balanceHours: 8,
  /** Yellow on every screen; carriers begin to mark numbers about here. */
  watchedScore: 5,
  /** More rows hide the others; the Numbers tab has them all. */
  mostNumbers: 3,
} as const
