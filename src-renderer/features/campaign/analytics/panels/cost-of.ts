import { money, price } from '../../../../format/money.ts'
import { dash } from '../../../../format/number.ts'

const ONE = 1_000_000

/** Cost per goal; in tenths of a cent where it is less than one unit of the currency. */
export const costOf = (
  { costPerGoal }: { readonly costPerGoal: number | null },
  currency: string,
): string => {
  if (costPerGoal === null) return dash
  return costPerGoal < ONE ? price(costPerGoal, currency) : money(costPerGoal, currency)
}
