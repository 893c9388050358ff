import { ActionIcon, Button, Checkbox, Modal, NumberInput } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { text } from '../../../text/text.ts'
import { NumberForm } from '../../lines/NumberForm.tsx'
import { NumberStatus } from '../../numbers/NumberStatus.tsx'
import { Panel } from '../../Panel.tsx'
import { Phone } from '../../Phone.tsx'
import { useCampaignForm, useFormFacts } from '../form/context.ts'
import { isFrom } from './from-agent.ts'
import classes from './NumberList.module.css'
import { isShown, moved, offered, turned } from './order.ts'

const words = text.settings.numbers

/** The workspace's numbers, those of the campaign first and in their order. */
export function NumberList() {
  const form = useCampaignForm()
  const { may } = useFormFacts()
  const all = useQuery(api.numbers.list.queryOptions())
  const agents = useQuery(api.agents.list.queryOptions())
  const [adding, setAdding] = useState(false)
  const { numbers, settings } = form.values
  const mayList = may('numbers')
  const byWeight = settings.rotation.strategy === 'weighted'
  const list = offered(all.data ?? [], numbers)
  const shown = numbers.filter(({ enabled }) => enabled).length
  const agent = agents.data?.find(({ id }) => String(id) === form.values.agent)
  const fromAgent = numbers.length > 0 && isFrom(agent, numbers) ? agent?.name : undefined
  const set = (next: typeof numbers) => form.setFieldValue('numbers', next)
  return (
    <Panel
      title={words.shown}
      fact={
        fromAgent === undefined
          ? words.fact(shown, list.length)
          : words.fromAgent(shown, list.length, fromAgent)
      }
      aside={
        <Button
          size="compact-xs"
          leftSection={<IconPlus size={14} />}
          disabled={!mayList}
          onClick={() => setAdding(true)}
        >
          {text.numbers.add}
        </Button>
      }
      flush
    >
      {list.length === 0 && <p className={classes.none}>{words.none}</p>}
      <ul className={classes.list} data-field="numbers">
        {list.map(row => {
          const index = numbers.findIndex(({ id }) => id === row.id)
          const own = numbers[index]
          return (
            <li key={row.id} className={classes.row} data-out={!isShown(own) || undefined}>
              <Checkbox
                aria-label={words.use(row.number)}
                checked={isShown(own)}
                disabled={!(mayList || (own && may('numbers.enabled')))}
                onChange={event => set(turned(numbers, row.id, event.currentTarget.checked, mayList))}
              />
              <span className={classes.place}>{own ? index + 1 : ''}</span>
              <Phone number={row.number} country={row.country} />
              <span className={classes.name}>{own && !own.enabled ? words.off : row.name}</span>
              {row.status.is !== 'active' && <NumberStatus row={row} />}
              {byWeight && own && (
                <NumberInput
                  aria-label={words.weight(row.number)}
                  w={64}
                  allowDecimal={false}
                  allowNegative={false}
                  clampBehavior="none"
                  disabled={!mayList}
                  {...form.getInputProps(`numbers.${index}.weight`)}
                />
              )}
              {own && (
                <span className={classes.order}>
                  <ActionIcon
                    size="sm"
                    aria-label={words.up(row.number)}
                    disabled={!mayList || index === 0}
                    onClick={() => set(moved(numbers, index, index - 1))}
                  >
                    <IconArrowUp size={14} />
                  </ActionIcon>
                  <ActionIcon
                    size="sm"
                    aria-label={words.down(row.number)}
                    disabled={!mayList || index === numbers.length - 1}
                    onClick={() => set(moved(numbers, index, index + 1))}
                  >
                    <IconArrowDown size={14} />
                  </ActionIcon>
                </span>
              )}
            </li>
          )
        })}
      </ul>
      <Modal opened={adding} onClose={() => setAdding(false)} title={text.numbers.form.title}>
        <NumberForm
          onCancel={() => setAdding(false)}
          onSaved={id => {
            set(turned(form.getValues().numbers, id, true, true))
            setAdding(false)
          }}
        />
      </Modal>
    </Panel>
  )
}
