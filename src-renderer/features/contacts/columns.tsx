import type { ContactRow } from '../../../src-main/contract/contacts.ts'
import { talk } from '../../format/duration.ts'
import { languageName } from '../../format/language.ts'
import { count, dash } from '../../format/number.ts'
import { countryName } from '../../format/phone.ts'
import { shortMoment } from '../../format/time.ts'
import { zoneName } from '../../format/zone.ts'
import { text } from '../../text/text.ts'
import { ConsentCell, NameCell, NumberCell, Quiet } from '../../ui/contacts/cells.tsx'
import type { GridColumn } from '../../ui/grid/grid-column.ts'
import { Flag } from '../../ui/Phone.tsx'
import { ResultText } from '../../ui/Status.tsx'
import classes from './columns.module.css'
import type { SortBy } from './search.ts'

const words = text.contacts

/** The custom field of a column, by the column's id: `field:city`. */
const prefix = 'field:'
export const fieldOf = (columnId: string) =>
  columnId.startsWith(prefix) ? columnId.slice(prefix.length) : undefined

const known: readonly GridColumn<ContactRow, SortBy>[] = [
  {
    id: 'name',
    head: words.columns.name,
    width: 204,
    grows: true,
    pinned: true,
    always: true,
    sort: 'name',
    cell: NameCell,
  },
  {
    id: 'phone',
    head: words.columns.phone,
    width: 168,
    sort: 'phone',
    cell: NumberCell,
  },
  {
    id: 'phoneType',
    head: words.columns.phoneType,
    width: 112,
    hidden: true,
    cell: ({ phoneType }) => <Quiet>{phoneType === null ? dash : text.contact.types[phoneType]}</Quiet>,
  },
  {
    id: 'country',
    head: words.columns.country,
    width: 128,
    hidden: true,
    sort: 'country',
    cell: ({ country }) =>
      country === null ? (
        dash
      ) : (
        <>
          <Flag country={country} />
          <span className={classes.text}>{countryName(country)}</span>
        </>
      ),
  },
  {
    id: 'language',
    head: words.columns.language,
    width: 84,
    yields: 1,
    cell: ({ language }) => <Quiet>{language === null ? dash : languageName(language)}</Quiet>,
  },
  {
    id: 'zones',
    head: words.columns.zones,
    width: 104,
    yields: 4,
    grows: true,
    cell: ({ zones }) => (
      <span className={classes.quiet} title={zones.join(', ')}>
        {zones[0] === undefined ? dash : zoneName(zones[0])}
        {zones.length > 1 && ` +${zones.length - 1}`}
      </span>
    ),
  },
  {
    id: 'calls',
    head: words.columns.calls,
    width: 56,
    yields: 5,
    right: true,
    sort: 'calls',
    downFirst: true,
    cell: ({ calls }) => <Figure value={calls} />,
  },
  {
    id: 'conversations',
    head: words.columns.conversations,
    width: 108,
    yields: 6,
    right: true,
    sort: 'conversations',
    downFirst: true,
    cell: ({ conversations, talkMs }) =>
      conversations === 0 ? (
        <Quiet />
      ) : (
        <span className="num">
          {count(conversations)} <span className={classes.quiet}>{talk(talkMs)}</span>
        </span>
      ),
  },
  {
    id: 'lastCalled',
    head: words.columns.lastCalled,
    width: 88,
    right: true,
    sort: 'lastCalled',
    downFirst: true,
    cell: ({ lastCalledAt }) =>
      lastCalledAt === null ? <Quiet /> : <span className="num">{shortMoment(lastCalledAt)}</span>,
  },
  {
    id: 'lastResult',
    head: words.columns.lastResult,
    width: 124,
    yields: 7,
    cell: ({ lastResult }) => (lastResult === null ? <Quiet /> : <ResultText result={lastResult} />),
  },
  {
    id: 'consent',
    head: words.columns.consent,
    width: 112,
    yields: 3,
    cell: ConsentCell,
  },
  {
    id: 'added',
    head: words.columns.added,
    width: 84,
    yields: 2,
    right: true,
    sort: 'added',
    downFirst: true,
    cell: ({ addedAt }) => <span className={`${classes.quiet} num`}>{shortMoment(addedAt)}</span>,
  },
]

const Figure = ({ value }: { value: number }) => (
  <span className={value === 0 ? classes.quiet : 'num'}>{value === 0 ? dash : count(value)}</span>
)

/** The columns that every contact has, then one for each custom field. */
export const contactColumns = (fields: readonly string[]): readonly GridColumn<ContactRow, SortBy>[] => [
  ...known,
  ...fields.map(
    (key): GridColumn<ContactRow, SortBy> => ({
      id: `${prefix}${key}`,
      head: key,
      width: 120,
      hidden: true,
      cell: row => (
        <span className={classes.text} title={row.fields[key]}>
          {row.fields[key] ?? <Quiet />}
        </span>
      ),
    }),
  ),
]
