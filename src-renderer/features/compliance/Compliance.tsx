import { Button, Textarea } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { ProfileRow } from '../../../src-main/contract/compliance.ts'
import { api, queryClient } from '../../api/client.ts'
import { day } from '../../format/time.ts'
import { text } from '../../text/text.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorPanel } from '../../ui/ErrorPanel.tsx'
import { DialogFrame } from '../../ui/moves/DialogFrame.tsx'
import { Page } from '../../ui/Page.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { SearchBox } from '../../ui/SearchBox.tsx'
import { SkeletonRows } from '../../ui/Skeleton.tsx'
import { StatusGlyph } from '../../ui/StatusGlyph.tsx'
import { sayRefusal } from '../../ui/say.tsx'
import classes from './Compliance.module.css'

const words = text.compliance

const contains = (profile: ProfileRow, word: string) =>
  [profile.jurisdiction, ...profile.rules.flatMap(rule => [rule.text, rule.citation])].some(part =>
    text.told(part).toLowerCase().includes(word),
  )

/** What holds for no country in particular comes last. */
const byName = (one: ProfileRow, other: ProfileRow) =>
  Number(one.countries.length === 0) - Number(other.countries.length === 0) ||
  one.jurisdiction.localeCompare(other.jurisdiction)

/** Every rule that the engine asks, with its source. */
export function Compliance() {
  const { data, error, refetch } = useQuery(api.compliance.profiles.queryOptions())
  const [word, setWord] = useState('')
  const [switching, setSwitching] = useState<ProfileRow>()
  const shown = useMemo(
    () => data?.filter(profile => contains(profile, word.trim().toLowerCase())).sort(byName) ?? [],
    [data, word],
  )
  const on = useMutation(
    api.compliance.switchOn.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: api.compliance.key() }),
      onError: failure => sayRefusal(failure, words.failed),
    }),
  )
  const rules = data?.reduce((sum, profile) => sum + profile.rules.length, 0) ?? 0
  return (
    <Page title={words.title} fact={data && words.fact(rules, data.length)}>
      <p className={classes.advice}>
        <StatusGlyph shape="info" hue="blue" />
        {words.notAdvice}
      </p>
      <div className={classes.search}>
        <SearchBox label={words.search} value={word} onChange={setWord} />
      </div>
      {error && <ErrorPanel what={words.failed} error={error} onRetry={() => void refetch()} />}
      {!error && !data && <SkeletonRows rows={8} height={48} />}
      {data && shown.length === 0 && <EmptyState title={words.noMatch} sentence={words.noMatchSentence} />}
      <div className={classes.profiles}>
        {shown.map(profile => (
          <Panel
            key={profile.id}
            title={text.told(profile.jurisdiction)}
            fact={
              profile.off
                ? words.off(day(profile.off.at), profile.off.reason)
                : words.rules(profile.rules.length)
            }
            aside={
              <Button
                size="compact-xs"
                variant="subtle"
                aria-label={(profile.off ? words.switchOnNamed : words.switching.title)(
                  text.told(profile.jurisdiction),
                )}
                onClick={() => (profile.off ? on.mutate({ profile: profile.id }) : setSwitching(profile))}
              >
                {profile.off ? words.switchOn : words.switchOff}
              </Button>
            }
          >
            <Rules profile={profile} />
          </Panel>
        ))}
      </div>
      {switching && <SwitchOff profile={switching} onClose={() => setSwitching(undefined)} />}
    </Page>
  )
}

const Rules = ({ profile: { rules, off } }: { profile: ProfileRow }) => (
  <ul className={classes.rules} data-off={off ? true : undefined}>
    {rules.map(({ id, about, text: rule, citation, verified, from, to }) => (
      <li key={id}>
        <span className={classes.about}>{words.about[about]}</span>
        <span>
          {text.told(rule)}
          <small>
            {text.told(citation)}
            {from !== null && `, ${words.from(from)}`}
            {to !== null && `, ${words.to(to)}`}
          </small>
        </span>
        <span className={classes.proof}>
          <StatusGlyph
            {...(verified ? { shape: 'disc-tick', hue: 'green' } : { shape: 'triangle', hue: 'yellow' })}
          />
          {verified ? words.verified : words.unverified}
        </span>
      </li>
    ))}
  </ul>
)

const leastReason = 10

function SwitchOff({ profile, onClose }: { profile: ProfileRow; onClose: () => void }) {
  const [reason, setReason] = useState('')
  const off = useMutation(
    api.compliance.switchOff.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: api.compliance.key() })
        onClose()
      },
    }),
  )
  const { switching } = words
  return (
    <DialogFrame
      title={switching.title(text.told(profile.jurisdiction))}
      onClose={onClose}
      act={switching.act}
      keep={switching.keep}
      danger
      disabled={reason.trim().length < leastReason}
      pending={off.isPending}
      error={off.error}
      onAct={() => off.mutate({ profile: profile.id, reason })}
    >
      <p>{switching.lost}</p>
      <Textarea
        label={switching.reason}
        description={switching.reasonHelp}
        autosize
        minRows={2}
        maxLength={500}
        value={reason}
        onChange={event => setReason(event.currentTarget.value)}
      />
    </DialogFrame>
  )
}
