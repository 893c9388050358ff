import { type HeatClock, heatClocks } from '../../../../../src-main/contract/heat-scale.ts'

export const heatFigures = ['rate', 'count'] as const
export type HeatFigure = (typeof heatFigures)[number]

/** What the dashboard's heatmap shows, as it stands in the address; what is left out is the first choice. */
export interface HeatView {
  readonly clock?: HeatClock
  readonly show?: HeatFigure
}

export function parseHeatView({ clock, show }: Record<string, unknown>): HeatView {
  return {
    ...(heatClocks.some(one => one === clock) && { clock: clock as HeatClock }),
    ...(heatFigures.some(one => one === show) && { show: show as HeatFigure }),
  }
}
