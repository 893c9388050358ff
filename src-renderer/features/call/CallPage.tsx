import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { CallDetail } from '../../../src-main/contract/calls.ts'
import { api } from '../../api/client.ts'
import { clockSeconds, day } from '../../format/time.ts'
import { text } from '../../text/text.ts'
import { HangUpButton } from '../../ui/calls/HangUp.tsx'
import { ListenButton } from '../../ui/listen/ListenButton.tsx'
import { Page } from '../../ui/Page.tsx'
import { Phone } from '../../ui/Phone.tsx'
import { Columns } from '../../ui/record/Columns.tsx'
import { RecordPage } from '../../ui/record/RecordPage.tsx'
import { Analyses } from './Analyses.tsx'
import { Attempts } from './Attempts.tsx'
import { Contact } from './Contact.tsx'
import { EndedActs } from './EndedActs.tsx'
import { FactBar } from './FactBar.tsx'
import { Goals } from './Goals.tsx'
import { Media } from './Media.tsx'
import { Signalling } from './Signalling.tsx'
import { Timeline } from './Timeline.tsx'
import { Transcript } from './Transcript.tsx'

const route = getRouteApi('/calls/$id')
const words = text.call
const path = <Link to="/calls">{text.shell.calls}</Link>
const freshMs = 1_000

/** Three columns in the order of the questions: what was said, what came of it, what happened technically. */
export function CallPage() {
  const id = route.useParams().id as CallDetail['id']
  const query = useQuery({
    ...api.calls.get.queryOptions({ input: { id } }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state: { data } }) => (data && data.state !== 'ended' ? freshMs : false),
  })
  return (
    <RecordPage query={query} path={path} all="/calls" words={words}>
      {call => (
        <Page
          title={call.contact.name || words.noName}
          path={path}
          status={<Phone number={call.number} country={call.country} />}
          fact={`${day(call.startedAt)}, ${clockSeconds(call.startedAt)}`}
          actions={call.state === 'ended' ? <EndedActs call={call} /> : <LiveActs call={call} />}
        >
          <Columns
            top={<FactBar call={call} />}
            shares={[1.5, 1, 1]}
            left={<Transcript call={call} />}
            middle={
              <>
                <Goals call={call} />
                <Analyses call={call} />
                <Attempts call={call} />
                <Contact call={call} />
              </>
            }
            right={
              <>
                <Signalling trace={call.trace} trunk={call.trunk.name} sipCallId={call.sipCallId} />
                <Timeline entries={call.timeline} />
                <Media media={call.media} />
              </>
            }
          />
        </Page>
      )}
    </RecordPage>
  )
}

/** While it goes on. */
function LiveActs({ call }: { call: CallDetail }) {
  const name = call.contact.name || call.number
  return (
    <>
      <ListenButton call={call.id} name={name} answered={call.state === 'answered'} />
      <HangUpButton call={call.id} name={name} />
    </>
  )
}
