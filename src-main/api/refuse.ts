import { ORPCError } from '@orpc/server'
import type { Refusal } from '../contract/values.ts'

/** An expected failure, in the one envelope that the interface shows at its place. */
export const refused = (refusal: Refusal): ORPCError<'REFUSED', Refusal> =>
  new ORPCError('REFUSED', { defined: true, status: 409, message: refusal.what, data: refusal })

/** The name is taken, whatever its case. */
export const nameTaken = (what: string, name: string): ORPCError<'REFUSED', Refusal> =>
  refused({
    code: 'name_taken',
    field: 'name',
    what: `There is a ${what} “${name}” already.`,
    cure: 'Choose another name.',
  })

export const notFound = (what: string, id: number): ORPCError<'NOT_FOUND', Refusal> => {
  const data = {
    code: 'not_found',
    what: `There is no ${what} ${id}.`,
    cure: 'It may have been deleted. Go back to the list.',
  }
  return new ORPCError('NOT_FOUND', { defined: true, status: 404, message: data.what, data })
}
