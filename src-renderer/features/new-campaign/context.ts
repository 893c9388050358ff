import { createFormContext } from '@mantine/form'
import type { Values } from './form.ts'

export const [FormProvider, useCampaignForm, useNewForm] = createFormContext<Values>()
