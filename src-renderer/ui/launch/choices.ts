import type { LaunchChoices } from '../../../src-main/contract/launch.ts'

type Exclude = LaunchChoices['exclude']

/** The lines that are switches, by the field that they set. */
export const switchedLines = {
  refused: 'refused',
  successful: 'successful',
  opened_link: 'openedLink',
  texted: 'texted',
} as const satisfies Readonly<Record<string, keyof Exclude>>

export const withExclude = (choices: LaunchChoices, change: Partial<Exclude>): LaunchChoices => ({
  ...choices,
  exclude: { ...choices.exclude, ...change },
})

/** How many a launch calls at first: all, or those of the test. */
export const firstCalled = ({ testContacts }: LaunchChoices, willBeCalled: number): number =>
  testContacts === null ? willBeCalled : Math.min(testContacts, willBeCalled)
