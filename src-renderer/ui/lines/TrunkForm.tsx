import {
  Button,
  NumberInput,
  PasswordInput,
  SegmentedControl,
  Select,
  Switch,
  TextInput,
} from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { TrunkRow, TrunkForm as TrunkValues } from '../../../src-main/contract/lines.ts'
import { api, queryClient, refusalOf } from '../../api/client.ts'
import { text } from '../../text/text.ts'
import { ConflictDialog } from '../conflict/ConflictDialog.tsx'
import { conflictOf } from '../conflict/conflict-of.ts'
import { overTheirs } from '../conflict/over-theirs.ts'
import { Field } from '../Field.tsx'
import { sayRefusal } from '../say.tsx'
import classes from './TrunkForm.module.css'
import { TrunkTest } from './TrunkTest.tsx'
import { type TrunkPreset, trunkPresetNames, trunkPresets } from './trunk-presets.ts'

interface TrunkFormProps {
  /** Absent for a new trunk. */
  readonly trunk?: TrunkRow
  readonly onSaved: (id: TrunkRow['id']) => void
  readonly onCancel: () => void
}

const fresh: TrunkValues = {
  name: '',
  host: '',
  port: 5060,
  user: '',
  password: '',
  register: false,
  numberFormat: 'e164_plus',
  maxCalls: 10,
}

const words = text.trunks.form
const { name, host, port, user, register, numberFormat, maxCalls } = words
const fieldNames = { name, host, port, user, register, numberFormat, maxCalls }
const numberFormats: Readonly<Record<TrunkValues['numberFormat'], string>> = {
  e164_plus: '+4930…',
  e164: '4930…',
}

const presetName = (preset: TrunkPreset): string => {
  const known = trunkPresets[preset]
  return 'name' in known ? known.name : words.carriers[preset as keyof typeof words.carriers]
}

function startFrom(trunk: TrunkRow | undefined): TrunkValues {
  if (!trunk) return fresh
  const { name, host, port, user, register, numberFormat, maxCalls } = trunk
  return { name, host, port, user, password: '', register, numberFormat, maxCalls }
}

export function TrunkForm({ trunk, onSaved, onCancel }: TrunkFormProps) {
  const [start] = useState(() => startFrom(trunk))
  const form = useForm<TrunkValues>({
    mode: 'controlled',
    initialValues: start,
    validateInputOnBlur: true,
    validate: {
      name: value => (value.trim() ? null : words.nameMissing),
      host: value => (/^[\w.:[\]-]+$/.test(value.trim()) ? null : words.hostWrong),
      port: value => (value >= 1 && value <= 65_535 ? null : words.portWrong),
      user: (value, all) => (all.register && !value.trim() ? words.userMissing : null),
      maxCalls: value => (value >= 1 && value <= 500 ? null : words.maxCallsWrong),
    },
  })
  const onError = (error: Error) => {
    if (conflictOf(error)) return
    const refusal = refusalOf(error)
    if (refusal?.field && refusal.field in fresh)
      form.setFieldError(refusal.field, `${refusal.what} ${refusal.cure}`)
    else sayRefusal(error, words.notSaved)
  }
  const onSuccess = () => queryClient.invalidateQueries({ queryKey: api.trunks.key() })
  const create = useMutation(api.trunks.create.mutationOptions({ onError, onSuccess }))
  const update = useMutation(api.trunks.update.mutationOptions({ onError, onSuccess }))

  /** An untouched password field of a saved trunk keeps what is stored. */
  const values = (): TrunkValues => {
    const { password, ...others } = form.values
    return trunk && !form.isTouched('password') ? others : { ...others, password: password ?? '' }
  }
  const save = () =>
    trunk
      ? update.mutate({ ...values(), id: trunk.id, opened: start }, { onSuccess: () => onSaved(trunk.id) })
      : create.mutate(values(), { onSuccess: ({ id }) => onSaved(id) })

  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={event => {
        event.preventDefault()
        event.stopPropagation()
        if (!form.validate().hasErrors) save()
      }}
    >
      {!trunk && (
        <Select
          label={words.preset}
          description={words.presetHelp}
          placeholder={words.noPreset}
          clearable
          data={trunkPresetNames.map(preset => ({ value: preset, label: presetName(preset) }))}
          onChange={preset => preset && form.setValues(trunkPresets[preset as TrunkPreset].fills)}
        />
      )}
      <TextInput label={words.name} data-autofocus maxLength={80} {...form.getInputProps('name')} />
      <div className={classes.pair}>
        <TextInput
          label={words.host}
          description={words.hostHelp}
          maxLength={255}
          {...form.getInputProps('host')}
        />
        <NumberInput label={words.port} w={90} min={1} max={65_535} {...form.getInputProps('port')} />
      </div>
      <Switch
        label={words.register}
        description={words.registerHelp}
        {...form.getInputProps('register', { type: 'checkbox' })}
      />
      <div className={classes.halves}>
        <TextInput label={words.user} maxLength={120} autoComplete="off" {...form.getInputProps('user')} />
        <PasswordInput
          label={words.password}
          description={trunk?.hasPassword ? words.passwordKept : words.passwordHelp}
          autoComplete="new-password"
          {...form.getInputProps('password')}
        />
      </div>
      <div className={classes.halves}>
        <Field label={words.numberFormat}>
          <SegmentedControl
            data={Object.entries(numberFormats).map(([value, label]) => ({ value, label }))}
            {...form.getInputProps('numberFormat')}
          />
        </Field>
        <NumberInput label={words.maxCalls} min={1} max={500} {...form.getInputProps('maxCalls')} />
      </div>
      <TrunkTest
        values={() => (trunk ? { ...values(), id: trunk.id } : values())}
        check={() => !form.validate().hasErrors}
      />
      <ConflictDialog
        save={{
          ...update,
          mutate: values => update.mutate(values, { onSuccess: () => trunk && onSaved(trunk.id) }),
        }}
        names={fieldNames}
        show={{ port: String, numberFormat: format => numberFormats[format as TrunkValues['numberFormat']] }}
        mine={overTheirs}
        onTheirs={() => void onSuccess().then(onCancel)}
      />
      <div className={classes.foot}>
        <Button onClick={onCancel}>{text.shell.cancel}</Button>
        <Button type="submit" variant="filled" loading={create.isPending || update.isPending}>
          {trunk ? words.save : words.add}
        </Button>
      </div>
    </form>
  )
}
