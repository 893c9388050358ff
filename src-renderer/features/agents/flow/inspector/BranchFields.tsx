import { ActionIcon, Autocomplete, Button, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { nowhere } from '../../../../../src-main/contract/flow.ts'
import { text } from '../../../../text/text.ts'
import { Field } from '../../../../ui/Field.tsx'
import classes from './inspector.module.css'
import type { Branch, StepEdit } from './step-edit.ts'
import { WaySelect } from './WaySelect.tsx'

const words = text.flow.inspector

/** What it goes by, which values lead where, and where all others go. */
export function BranchFields({ edit, names }: { edit: StepEdit<Branch>; names: readonly string[] }) {
  const { step, change } = edit
  const set = (cases: Branch['cases'], about?: string) => change({ ...step, cases }, about)
  return (
    <>
      <Autocomplete
        size="xs"
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        label={words.goesBy}
        description={words.goesByHelp}
        data={[...names]}
        maxLength={60}
        value={step.on}
        onChange={on => change({ ...step, on }, 'on')}
      />
      <Field label={words.cases}>
        <div className={classes.rows}>
          {step.cases.map((one, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: cases have no other name than their place
            <div key={at} className={classes.case}>
              <TextInput
                aria-label={words.value(at + 1)}
                maxLength={120}
                value={one.is}
                onChange={event =>
                  set(
                    step.cases.map((other, place) =>
                      place === at ? { ...other, is: event.currentTarget.value } : other,
                    ),
                    `case ${at}`,
                  )
                }
              />
              <WaySelect edit={edit as StepEdit} outlet={`case ${at}`} to={one.next} way={one.is} />
              <ActionIcon
                size="sm"
                aria-label={words.removeCase(at + 1)}
                onClick={() => set(step.cases.filter((_, place) => place !== at))}
              >
                <IconTrash size={14} />
              </ActionIcon>
            </div>
          ))}
          <Button
            size="compact-xs"
            variant="subtle"
            className={classes.more ?? ''}
            leftSection={<IconPlus size={12} />}
            onClick={() => set([...step.cases, { is: '', next: nowhere }])}
          >
            {words.addCase}
          </Button>
        </div>
      </Field>
      <div className={classes.way}>
        <span>{words.otherwise}</span>
        <WaySelect edit={edit as StepEdit} outlet="otherwise" to={step.otherwise} way={words.otherwise} />
      </div>
    </>
  )
}
