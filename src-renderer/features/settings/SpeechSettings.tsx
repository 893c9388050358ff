import { Button, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { longestTrial } from '../../../src-main/contract/speech.ts'
import { api } from '../../api/client.ts'
import { seconds } from '../../format/duration.ts'
import { languageName } from '../../format/language.ts'
import { text } from '../../text/text.ts'
import { ErrorLine } from '../../ui/ErrorLine.tsx'
import { ErrorPanel } from '../../ui/ErrorPanel.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { SkeletonRows } from '../../ui/Skeleton.tsx'
import { Status } from '../../ui/Status.tsx'
import { troubleOf } from '../../ui/trouble.ts'
import classes from './settings.module.css'

const words = text.preferences.speech

/** What agents speak and hear with, and whether the voice works. */
export function SpeechSettings() {
  const { data, error, refetch } = useQuery(api.speech.voice.queryOptions())
  if (error && !data) return <ErrorPanel what={words.failed} error={error} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={4} height={24} />
  return (
    <>
      <Panel title={words.title} fact={words.fact}>
        <dl className={classes.fact}>
          <dt>{words.voice}</dt>
          <dd>{words.builtIn(data.name)}</dd>
          <dt>{words.languages}</dt>
          <dd>{words.speaks(data.languages.map(languageName))}</dd>
          <dt>{words.hears}</dt>
          <dd>{words.hearsKeys}</dd>
          <dt>{words.model}</dt>
          <dd>{words.noModel}</dd>
        </dl>
      </Panel>
      <Trial />
    </>
  )
}

function Trial() {
  const [said, setSaid] = useState(words.sample)
  const hear = useMutation(api.speech.hear.mutationOptions())
  const { data, error } = hear
  const trouble = error ? troubleOf(error) : undefined
  return (
    <Panel title={words.trial}>
      <form
        className={classes.form}
        onSubmit={event => {
          event.preventDefault()
          hear.mutate({ text: said })
        }}
      >
        <TextInput
          label={words.sentence}
          description={words.sentenceHelp}
          maxLength={longestTrial}
          value={said}
          onChange={event => setSaid(event.currentTarget.value)}
        />
        <div className={classes.foot}>
          <Button type="submit" disabled={said.trim() === ''} loading={hear.isPending}>
            {words.hear}
          </Button>
          {data && (
            <span role="status">
              <Status
                look={{ shape: 'disc-tick', hue: 'green' }}
                word={words.took(seconds(data.soundMs), seconds(data.tookMs))}
              />
            </span>
          )}
        </div>
        {data && <Sound wav={data.wav} />}
        {trouble && (
          <ErrorLine>
            {trouble.what} {trouble.cure}
          </ErrorLine>
        )}
      </form>
    </Panel>
  )
}

function Sound({ wav }: { wav: string }) {
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    const bytes = Uint8Array.from(atob(wav), letter => letter.charCodeAt(0))
    const made = URL.createObjectURL(new Blob([bytes], { type: 'audio/wav' }))
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [wav])
  if (!address) return null
  // biome-ignore lint/a11y/useMediaCaption: its words stand in the field above
  return <audio className={classes.sound} src={address} controls autoPlay aria-label={words.heard} />
}
