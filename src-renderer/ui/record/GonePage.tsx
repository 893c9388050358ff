import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { EmptyState } from '../EmptyState.tsx'
import { Page } from '../Page.tsx'
import type { Trouble } from '../trouble.ts'

/** Pages that list all records of a kind. */
export type ListPage = '/agents' | '/calls' | '/campaigns' | '/contacts' | '/contacts/history'

interface GonePageProps {
  readonly title: string
  readonly path: ReactNode
  readonly refusal: Trouble
  readonly all: ListPage
  readonly allWord: string
}

/** An address that leads to nothing: what the engine says, and the way to the others. */
export const GonePage = ({ title, path, refusal, all, allWord }: GonePageProps) => (
  <Page title={title} path={path}>
    <EmptyState title={asTitle(refusal.what)} sentence={refusal.cure}>
      <Button component={Link} to={all} variant="filled">
        {allWord}
      </Button>
    </EmptyState>
  </Page>
)

const asTitle = (sentence: string) => sentence.replace(/\.$/, '')
