/** What the heatmap's contract and its picture share; apart from zod, which the interface does not load. */
export { type HeatClock, heatClocks, SURE_CALLS } from '../domain/heatmap/heatmap.ts'
