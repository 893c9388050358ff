import { implement } from '@orpc/server'
import { DateTime } from 'luxon'
import { contract } from '../contract/contract.ts'
import { countryOf, readPhone } from '../numbering/phone.ts'
import { readNumbers } from '../store/read-numbers.ts'
import { saveNumber } from '../store/save-number.ts'
import { notFound, refused } from './refuse.ts'
import type { Services } from './services.ts'

const os = implement(contract.numbers).$context<Services>()

export const numbers = os.router({
  list: os.list.handler(async ({ context }) => {
    const today = DateTime.fromMillis(context.now(), { zone: context.zone }).startOf('day').toMillis()
    const stored = await readNumbers(context.db, today)
    return stored.map(({ e164, ...number }) => ({ ...number, number: e164, country: countryOf(e164) }))
  }),

  create: os.create.handler(async ({ input, context }) => {
    const phone = readPhone(input.number, input.defaultCountry)
    if ('reason' in phone)
      throw refused({
        code: 'bad_number',
        field: 'number',
        what: `This cannot be a caller ID: ${phone.reason}.`,
        cure: 'Write it with its country code, such as +49 30 23125 000.',
      })
    return {
      id: await context.change(tx => saveNumber(tx, { e164: phone.number, name: input.name }, context.now())),
    }
  }),

  remove: os.remove.handler(async ({ input, context }) => {
    const number = (await readNumbers(context.db, 0)).find(stored => stored.id === input.id)
    if (number === undefined) throw notFound('number', input.id)
    if (number.campaigns > 0 || number.calls > 0)
      throw refused({
        code: 'number_in_use',
        what:
          number.campaigns > 0
            ? `${number.campaigns} campaigns show ${number.e164}.`
            : `${number.calls} calls were made with ${number.e164} and stay on record.`,
        cure: 'A number with calls or campaigns is kept, so that reports stay complete.',
      })
    await context.change(tx => tx.deleteFrom('numbers').where('id', '=', input.id).execute())
    return {}
  }),
})
