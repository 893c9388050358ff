import { createFormContext } from '@mantine/form'
import { createContext, useContext } from 'react'
import type { EditablePart } from '../../../../src-main/contract/campaign-edit.ts'
import type { CampaignDetail } from '../../../../src-main/contract/campaigns.ts'
import type { Definitions } from '../../../../src-main/contract/settings.ts'
import type { Values } from './values.ts'

export const [CampaignFormProvider, useCampaignForm, useNewForm] = createFormContext<Values>()

export interface FormFacts {
  readonly definitions: Definitions
  /** What is stored; `undefined` before there is a draft. */
  readonly detail: CampaignDetail | undefined
  /** Whether a part may be changed in the state of the campaign. */
  readonly may: (part: EditablePart) => boolean
}

export const FormFactsContext = createContext<FormFacts | null>(null)

export function useFormFacts(): FormFacts {
  const facts = useContext(FormFactsContext)
  if (!facts) throw new Error('the fields of a campaign stand outside its form')
  return facts
}
