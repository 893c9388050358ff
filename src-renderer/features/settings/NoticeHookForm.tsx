import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { NoticeHook } from '../../../src-main/contract/preferences.ts'
import { api } from '../../api/client.ts'
import { text } from '../../text/text.ts'
import { Panel } from '../../ui/Panel.tsx'
import { sayRefusal } from '../../ui/say.tsx'
import { type Opened, useEdited } from './AsOpened.tsx'
import classes from './settings.module.css'
import { useSetHook } from './use-preferences.ts'

const words = text.preferences.hook

const isAddress = (typed: string) => URL.canParse(typed) && /^https?:\/\/[^/?#@]+([/?#]|$)/i.test(typed)

/** A web address that gets notices too: off until there is one. */
export function NoticeHookForm({
  opened,
  onEdited,
  onReopen,
  stored,
}: Opened<NoticeHook['url']> & { readonly stored: NoticeHook }) {
  const [typed, setTyped] = useState(opened ?? '')
  const [left, setLeft] = useState(false)
  const save = useSetHook()
  const test = useMutation(
    api.preferences.testHook.mutationOptions({ onError: error => sayRefusal(error, words.notSent) }),
  )
  const url = typed.trim()
  const wrong = url !== '' && !isAddress(url)
  const isSame = url === (opened ?? '')
  useEdited(!isSame, onEdited)
  return (
    <Panel title={words.title} fact={stored.url === null ? words.off : words.on(new URL(stored.url).host)}>
      <form
        className={classes.form}
        onSubmit={event => {
          event.preventDefault()
          setLeft(true)
          if (wrong) return
          save.mutate(
            { ...stored, opened: { ...stored, url: opened }, url: url === '' ? null : url },
            { onSettled: onReopen },
          )
        }}
      >
        <TextInput
          label={words.address}
          description={words.help}
          placeholder="https://"
          inputMode="url"
          maxLength={2_000}
          value={typed}
          onChange={event => {
            setTyped(event.currentTarget.value)
            test.reset()
          }}
          onBlur={() => setLeft(true)}
          error={left && wrong && words.wrong}
        />
        <div className={classes.foot}>
          <Button type="submit" variant="filled" disabled={isSame} loading={save.isPending}>
            {text.preferences.save}
          </Button>
          <Button
            disabled={url === '' || wrong}
            loading={test.isPending}
            onClick={() => test.mutate({ url })}
          >
            {words.test}
          </Button>
          <span className={classes.note} role="status">
            {test.data && (test.data.taken ? words.taken : words.notTaken(text.told(test.data.text)))}
          </span>
        </div>
      </form>
    </Panel>
  )
}
