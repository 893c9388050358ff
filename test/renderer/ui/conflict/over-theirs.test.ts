import { expect, test } from 'vitest'
import { overTheirs } from '../../../../src-renderer/ui/conflict/over-theirs.ts'

test('campaigns.md 10.21: what is kept over theirs begins with what they saved, and leaves theirs what was not touched here', () =>
  expect(
    overTheirs(
      { id: 7, name: 'Mine', notes: 'old', opened: { name: 'old', notes: 'old' } },
      {
        changed: [
          { field: 'name', theirs: 'Theirs', yours: 'Mine' },
          { field: 'notes', theirs: 'new' },
        ],
      },
    ),
  ).toEqual({ id: 7, name: 'Mine', notes: 'new', opened: { name: 'Theirs', notes: 'new' } }))
