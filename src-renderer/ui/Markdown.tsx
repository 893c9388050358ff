import type { ReactNode } from 'react'
import classes from './Markdown.module.css'
import { type Block, blocksOf } from './markdown-blocks.ts'

/** The part of Markdown that help and release notes use: headings, lists, paragraphs, **bold** and `code`. */
export const Markdown = ({ text }: { text: string }) => (
  <div className={classes.text}>{blocksOf(text).map((block, place) => drawn(block, place))}</div>
)

function drawn(block: Block, place: number): ReactNode {
  switch (block.is) {
    case 'heading':
      return block.level <= 2 ? (
        <h3 key={place}>{inline(block.text)}</h3>
      ) : (
        <h4 key={place}>{inline(block.text)}</h4>
      )
    case 'list': {
      const items = block.items.map((item, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a text never changes its order
        <li key={at}>{inline(item)}</li>
      ))
      return block.ordered ? <ol key={place}>{items}</ol> : <ul key={place}>{items}</ul>
    }
    case 'text':
      return <p key={place}>{inline(block.text)}</p>
  }
}

const inline = (text: string): ReactNode[] =>
  text.split(/(\*\*[^*]+\*\*|`[^`]+`)/).map((part, place) => {
    // biome-ignore-start lint/suspicious/noArrayIndexKey: a text never changes its order
    if (part.startsWith('**')) return <strong key={place}>{part.slice(2, -2)}</strong>
    if (part.startsWith('`')) return <code key={place}>{part.slice(1, -1)}</code>
    // biome-ignore-end lint/suspicious/noArrayIndexKey: a text never changes its order
    return part
  })
