import { Button, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import type { NumberRow } from '../../../src-main/contract/numbers.ts'
import { api, queryClient, refusalOf } from '../../api/client.ts'
import { text } from '../../text/text.ts'
import { CountrySelect, homeCountry } from '../CountrySelect.tsx'
import { sayRefusal } from '../say.tsx'
import classes from './TrunkForm.module.css'

interface NumberFormProps {
  readonly onSaved: (id: NumberRow['id']) => void
  readonly onCancel: () => void
}

const words = text.numbers.form

export function NumberForm({ onSaved, onCancel }: NumberFormProps) {
  const form = useForm({
    mode: 'controlled',
    initialValues: { number: '', name: '', defaultCountry: homeCountry },
    validateInputOnBlur: true,
    validate: { number: value => (/\d{3}/.test(value.replaceAll(/\D/g, '')) ? null : words.numberMissing) },
  })
  const create = useMutation(
    api.numbers.create.mutationOptions({
      onSuccess: async ({ id }) => {
        await queryClient.invalidateQueries({ queryKey: api.numbers.key() })
        onSaved(id)
      },
      onError: error => {
        const refusal = refusalOf(error)
        if (refusal)
          form.setFieldError(refusal.field === 'name' ? 'name' : 'number', `${refusal.what} ${refusal.cure}`)
        else sayRefusal(error, words.notSaved)
      },
    }),
  )
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={event => {
        event.preventDefault()
        event.stopPropagation()
        if (!form.validate().hasErrors) create.mutate(form.values)
      }}
    >
      <TextInput
        label={words.number}
        description={words.numberHelp}
        data-autofocus
        inputMode="tel"
        maxLength={40}
        {...form.getInputProps('number')}
      />
      <CountrySelect label={words.country} {...form.getInputProps('defaultCountry')} />
      <TextInput
        label={words.name}
        description={words.nameHelp}
        maxLength={80}
        {...form.getInputProps('name')}
      />
      <div className={classes.foot}>
        <Button onClick={onCancel}>{text.shell.cancel}</Button>
        <Button type="submit" variant="filled" loading={create.isPending}>
          {words.add}
        </Button>
      </div>
    </form>
  )
}
