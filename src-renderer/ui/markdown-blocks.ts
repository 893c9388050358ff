export type Block =
  | { readonly is: 'heading'; readonly level: number; readonly text: string }
  | { readonly is: 'list'; readonly ordered: boolean; readonly items: readonly string[] }
  | { readonly is: 'text'; readonly text: string }

/** Paragraphs and items may go on in the next line. */
export function blocksOf(text: string): readonly Block[] {
  const blocks: Block[] = []
  let open = false
  for (const line of text.split('\n')) {
    const last = blocks.at(-1)
    const heading = /^(#{1,4}) (.*)$/.exec(line)
    const item = /^(?:([-*])|\d+\.) (.*)$/.exec(line)
    if (line.trim() === '') open = false
    else if (heading) {
      blocks.push({ is: 'heading', level: heading[1]?.length ?? 1, text: heading[2] ?? '' })
      open = false
    } else if (item) {
      const ordered = item[1] === undefined
      if (last?.is === 'list' && last.ordered === ordered)
        blocks[blocks.length - 1] = { ...last, items: [...last.items, item[2] ?? ''] }
      else blocks.push({ is: 'list', ordered, items: [item[2] ?? ''] })
      open = true
    } else if (open && last?.is === 'list')
      blocks[blocks.length - 1] = {
        ...last,
        items: [...last.items.slice(0, -1), `${last.items.at(-1)} ${line.trim()}`],
      }
    else if (open && last?.is === 'text')
      blocks[blocks.length - 1] = { ...last, text: `${last.text} ${line.trim()}` }
    else {
      blocks.push({ is: 'text', text: line.trim() })
      open = true
    }
  }
  return blocks
}
