import { implement } from '@orpc/server'
import { contract } from '../contract/contract.ts'
import type { ForecastEvent } from '../contract/forecast.ts'
import { notFound } from './refuse.ts'
import type { Services } from './services.ts'

const os = implement(contract.forecast).$context<Services>()

export const forecast = os.router({
  run: os.run.handler(async function* ({ input, context, signal }): AsyncGenerator<ForecastEvent> {
    let share = 0
    let wake = () => {}
    const gone = new AbortController()
    const until = signal === undefined ? gone.signal : AbortSignal.any([gone.signal, signal])
    const made = context.forecast(input.id, input.choices, {
      onProgress: next => {
        share = next
        wake()
      },
      signal: until,
    })
    try {
      let told = -1
      for (;;) {
        const progress = new Promise<null>(resolve => {
          wake = () => resolve(null)
          if (share > told) resolve(null)
        })
        const report = await Promise.race([made, progress])
        if (report !== null) {
          if ('refused' in report) throw notFound('campaign', input.id)
          yield { is: 'done', report }
          return
        }
        told = share
        yield { is: 'progress', share }
      }
    } finally {
      gone.abort()
      await made.catch(() => {})
    }
  }),
})
