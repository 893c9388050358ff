import { Button, Checkbox, Modal, Select } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api/client.ts'
import { text } from '../../text/text.ts'
import { Field } from '../../ui/Field.tsx'
import { healthText } from '../../ui/lines/health.ts'
import { NumberForm } from '../../ui/lines/NumberForm.tsx'
import { TrunkForm } from '../../ui/lines/TrunkForm.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { Phone } from '../../ui/Phone.tsx'
import classes from './CampaignForm.module.css'
import { useCampaignForm } from './context.ts'
import lines from './Lines.module.css'

const words = text.newCampaign.lines

/** Over which trunk the calls go, and which numbers they show; both can be added without leaving the form. */
export function Lines() {
  const form = useCampaignForm()
  const trunks = useQuery(api.trunks.list.queryOptions())
  const numbers = useQuery(api.numbers.list.queryOptions())
  const [adding, setAdding] = useState<'trunk' | 'number'>()
  const close = () => setAdding(undefined)
  const trunk = trunks.data?.find(one => String(one.id) === form.values.trunk)
  return (
    <Panel title={words.title}>
      <div className={classes.grid}>
        <div className={classes.inline}>
          <Select
            label={words.trunk}
            placeholder={trunks.data?.length === 0 ? words.noTrunk : words.choose}
            description={trunk && healthText(trunk)}
            inputWrapperOrder={['label', 'error', 'description', 'input']}
            data={(trunks.data ?? []).map(({ id, name }) => ({ value: String(id), label: name }))}
            {...form.getInputProps('trunk')}
          />
          <Button leftSection={<IconPlus size={14} />} onClick={() => setAdding('trunk')}>
            {text.trunks.add}
          </Button>
        </div>
        <div data-field="numbers">
          <Field label={words.numbers} error={form.errors.numbers as string | undefined}>
            <Checkbox.Group {...form.getInputProps('numbers')} error={null}>
              <ul className={lines.numbers}>
                {numbers.data?.map(({ id, number, country, name }) => (
                  <li key={id}>
                    <Checkbox
                      value={String(id)}
                      label={
                        <span className={lines.number}>
                          <Phone number={number} country={country} />
                          <span className={lines.name}>{name}</span>
                        </span>
                      }
                    />
                  </li>
                ))}
              </ul>
            </Checkbox.Group>
            <Button mt={6} leftSection={<IconPlus size={14} />} onClick={() => setAdding('number')}>
              {text.numbers.add}
            </Button>
          </Field>
        </div>
      </div>
      <Modal
        opened={adding !== undefined}
        onClose={close}
        title={adding === 'trunk' ? text.trunks.form.addTitle : text.numbers.form.title}
        closeButtonProps={{ 'aria-label': text.shell.close }}
      >
        {adding === 'trunk' ? (
          <TrunkForm
            onCancel={close}
            onSaved={id => {
              form.setFieldValue('trunk', String(id))
              close()
            }}
          />
        ) : (
          <NumberForm
            onCancel={close}
            onSaved={id => {
              form.setFieldValue('numbers', [...form.values.numbers, String(id)])
              close()
            }}
          />
        )}
      </Modal>
    </Panel>
  )
}
