import { Button, SegmentedControl, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Block } from '../../../src-main/contract/do-not-call.ts'
import { api, client, queryClient } from '../../api/client.ts'
import { countryName } from '../../format/phone.ts'
import { day } from '../../format/time.ts'
import { text } from '../../text/text.ts'
import { CountrySelect } from '../../ui/CountrySelect.tsx'
import { ErrorLine } from '../../ui/ErrorLine.tsx'
import { ErrorPanel } from '../../ui/ErrorPanel.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { Flag } from '../../ui/Phone.tsx'
import { RemoveDialog } from '../../ui/RemoveDialog.tsx'
import { NoRows, Row } from '../../ui/Rows.tsx'
import { SkeletonRows } from '../../ui/Skeleton.tsx'
import { say } from '../../ui/say.tsx'
import { troubleOf } from '../../ui/trouble.ts'
import classes from './do-not-call.module.css'

const words = text.doNotCall.blocks
const nameOf = ({ of, value }: Pick<Block, 'of' | 'value'>) => (of === 'country' ? countryName(value) : value)

/** Prefixes and whole countries that no campaign calls. */
export function Blocks() {
  const { data, error, refetch } = useQuery(api.doNotCall.blocks.queryOptions())
  const [removing, setRemoving] = useState<Block>()
  return (
    <div className={classes.blocks}>
      <p className={classes.sentence}>{words.sentence}</p>
      {error && <ErrorPanel what={text.doNotCall.failed} error={error} onRetry={() => void refetch()} />}
      {!error && !data && <SkeletonRows rows={4} height={32} />}
      {data && (
        <Panel title={words.title} flush>
          {data.length === 0 && <NoRows>{words.none}</NoRows>}
          <ul>
            {data.map(block => (
              <Row
                key={`${block.of} ${block.value}`}
                mark={block.of === 'country' && <Flag country={block.value} />}
                act={
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    aria-label={words.removeNamed(nameOf(block))}
                    onClick={() => setRemoving(block)}
                  >
                    {words.remove}
                  </Button>
                }
              >
                <span className="num">{nameOf(block)}</span>
                <small>
                  {block.reason}, {words.since(day(block.at))}
                </small>
              </Row>
            ))}
          </ul>
          <AddBlock />
        </Panel>
      )}
      {removing && (
        <RemoveDialog
          words={words.removing}
          name={nameOf(removing)}
          lost={words.removing.lost}
          remove={() => client.doNotCall.removeBlock({ of: removing.of, value: removing.value })}
          shownBy={api.doNotCall.key()}
          onClose={() => setRemoving(undefined)}
        />
      )}
    </div>
  )
}

function AddBlock() {
  const [of, setOf] = useState<Block['of']>('prefix')
  const [value, setValue] = useState('')
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const add = useMutation(
    api.doNotCall.addBlock.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: api.doNotCall.key() })
        say(words.done(nameOf({ of, value })))
        setValue('')
        setReason('')
        setTried(false)
      },
    }),
  )
  const missing = value.trim() === '' || reason.trim() === ''
  const trouble = add.error ? troubleOf(add.error) : undefined
  return (
    <form
      noValidate
      onSubmit={event => {
        event.preventDefault()
        setTried(true)
        if (!missing) add.mutate({ of, value: value.trim(), reason: reason.trim() })
      }}
    >
      <div className={classes.add}>
        <SegmentedControl
          aria-label={words.kind}
          data={[
            { value: 'prefix', label: words.prefix },
            { value: 'country', label: words.country },
          ]}
          value={of}
          onChange={next => {
            setOf(next as Block['of'])
            setValue('')
          }}
        />
        {of === 'prefix' ? (
          <TextInput
            aria-label={words.prefix}
            placeholder={words.prefixHelp}
            maxLength={20}
            value={value}
            onChange={event => setValue(event.currentTarget.value)}
          />
        ) : (
          <CountrySelect
            aria-label={words.country}
            placeholder={words.chooseCountry}
            value={value}
            onChange={setValue}
          />
        )}
        <TextInput
          aria-label={words.reason}
          placeholder={words.reason}
          maxLength={500}
          value={reason}
          onChange={event => setReason(event.currentTarget.value)}
        />
        <Button type="submit" loading={add.isPending}>
          {words.add}
        </Button>
      </div>
      {(trouble || (tried && missing)) && (
        <div className={classes.error}>
          <ErrorLine>{trouble ? `${trouble.what} ${trouble.cure}` : words.missing}</ErrorLine>
        </div>
      )}
    </form>
  )
}
