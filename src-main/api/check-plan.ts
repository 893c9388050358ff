import { editableIn, lockedBecause } from '../domain/editable.ts'
import type { ImportPlan } from '../domain/import-plan.ts'
import { isCountry } from '../numbering/phone.ts'
import { mustExist } from './must-exist.ts'
import { notFound, refused } from './refuse.ts'
import type { Services } from './services.ts'

/** A plan that can be carried out, or the refusal at the field that cannot stay so. */
export async function checkPlan(context: Services, plan: ImportPlan): Promise<void> {
  const { columns, defaultCountry, target, withoutNumber } = plan
  if (!isCountry(defaultCountry))
    throw refused({
      code: 'bad_country',
      field: 'defaultCountry',
      what: `There is no country “${defaultCountry}”.`,
      cure: 'Choose one from the list.',
    })
  const numbers = columns.filter(({ as }) => as === 'phone_number').length
  if (numbers > 1)
    throw refused({
      code: 'two_numbers',
      field: 'columns',
      what: 'Two columns hold the number that is called.',
      cure: 'Make one of them a further number.',
    })
  if (numbers === 0 && withoutNumber === 'reject')
    throw refused({
      code: 'no_number',
      field: 'columns',
      what: 'No column holds the telephone number.',
      cure: 'Choose the one that does, or keep rows without a number.',
    })
  refuseRepeatedField(columns)
  if (target.into === 'list') {
    const list = await context.db
      .selectFrom('lists')
      .select('id')
      .where('id', '=', target.list)
      .executeTakeFirst()
    if (list === undefined) throw notFound('list', target.list)
  }
  if (target.into === 'campaign') {
    const { name, state } = await mustExist(context, target.campaign)
    if (!editableIn(state).includes('contacts'))
      throw refused({
        code: 'locked',
        field: 'target',
        what: `“${name}” takes no more contacts.`,
        cure: lockedBecause(state),
      })
  }
}

function refuseRepeatedField(columns: ImportPlan['columns']): void {
  const first = new Map<string, number>()
  for (const [column, use] of columns.entries()) {
    if (use.as !== 'field') continue
    const before = first.get(use.key)
    if (before !== undefined)
      throw refused({
        code: 'field_twice',
        field: `columns.${column}`,
        what: `Columns ${before + 1} and ${column + 1} both become “${use.key}”.`,
        cure: 'Give one of them another name, or leave it out.',
      })
    first.set(use.key, column)
  }
}
