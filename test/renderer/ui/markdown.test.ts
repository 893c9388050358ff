import { expect, test } from 'vitest'
import { blocksOf } from '../../../src-renderer/ui/markdown-blocks.ts'

test('paragraphs and items go on in the next line, a blank line ends them', () =>
  expect(blocksOf('# Title\n\nOne\ntwo.\n\n- a\n  b\n- c\n\n1. first\n2. second\n\nEnd')).toEqual([
    { is: 'heading', level: 1, text: 'Title' },
    { is: 'text', text: 'One two.' },
    { is: 'list', ordered: false, items: ['a b', 'c'] },
    { is: 'list', ordered: true, items: ['first', 'second'] },
    { is: 'text', text: 'End' },
  ]))
