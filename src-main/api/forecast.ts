import { implement } from '@orpc/server'
import { contract } from '../contract/contract.ts'
import type { ForecastEvent } from '../contract/forecast.ts'
import { notFound } from './refuse.ts'
import type { Services } from './services.ts'
import { withProgress } from './with-progress.ts'

const os = implement(contract.forecast).$context<Services>()

export const forecast = os.router({
  run: os.run.handler(async function* ({ input, context, signal }): AsyncGenerator<ForecastEvent> {
    const report = yield* withProgress(
      (onProgress, until) => context.forecast(input.id, input.choices, { onProgress, signal: until }),
      signal,
    )
    if ('refused' in report) throw notFound('campaign', input.id)
    yield { is: 'done', report }
  }),
})
