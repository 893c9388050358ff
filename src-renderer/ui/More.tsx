import { Button } from '@mantine/core'

interface MoreProps {
  readonly list: {
    readonly hasNextPage: boolean
    readonly isFetchingNextPage: boolean
    readonly fetchNextPage: () => Promise<unknown>
  }
  /** What comes: "Earlier entries". */
  readonly word: string
}

/** The way to the next part of a list that comes in parts. */
export const More = ({ list, word }: MoreProps) =>
  list.hasNextPage && (
    <Button
      size="compact-xs"
      variant="subtle"
      loading={list.isFetchingNextPage}
      onClick={() => void list.fetchNextPage()}
    >
      {word}
    </Button>
  )
