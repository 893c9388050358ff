/** A figure, or what else is told beside it. */
export type Figure = number | string

/** At most so much; figures that are not named here are for information. */
const goals: Readonly<Record<string, number>> = {
  importSeconds: 60,
  importPeakMb: 300,
  mainStallMs: 50,
  pageP95Ms: 50,
  sortP95Ms: 50,
  sortFirstP95Ms: 50,
  filterP95Ms: 50,
  searchP95Ms: 50,
  exportSeconds: 60,
  pacingP99MsAlone: 5,
  besideTimesAlone: 3,
}

export function printFigures(figures: Readonly<Record<string, Figure>>, asJson: boolean): void {
  const rounded = Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [
      name,
      typeof value === 'number' ? Number(value.toFixed(1)) : value,
    ]),
  )
  if (asJson) console.log(JSON.stringify(rounded))
  else console.table(rowsOf(rounded))
}

const rowsOf = (figures: Readonly<Record<string, Figure>>) =>
  Object.entries(figures).map(([figure, value]) => {
    const goal = goals[figure]
    const met = goal === undefined || typeof value !== 'number' ? '' : value <= goal ? 'yes' : 'no'
    return { figure, value, goal: goal === undefined ? '' : `≤ ${goal}`, met }
  })
