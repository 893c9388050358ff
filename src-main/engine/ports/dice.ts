/** Chance, seedable: a number in [0, 1). */
export type Dice = () => number
