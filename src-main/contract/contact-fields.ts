/** What contacts can be filtered by, as plain values: a page takes these without the schemas that check them. */
export {
  type Condition,
  type ContactFilter,
  type FieldKind,
  type FilterField,
  fieldKinds,
  filterLimits,
  type Operator,
  operatorsOf,
} from '../domain/contact-filter.ts'
