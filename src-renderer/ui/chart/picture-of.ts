import type { ChartData } from './chart-data.ts'

const SCALE = 2
const MARGIN = 16
const HEAD = 36

/** Of each element in a drawing, what its style sheet gives it. */
const kept = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'dominant-baseline',
] as const

/** A PNG of the drawings in an element, or of its data where it shows a table; titled, on the ground of the panel. */
export async function pictureOf(element: HTMLElement, title: string, data: ChartData): Promise<Blob> {
  const theme = getComputedStyle(element)
  const token = (name: string) => theme.getPropertyValue(name).trim()
  const drawings = [...element.querySelectorAll<SVGSVGElement>('svg[role=img]')]
  const pieces =
    drawings.length > 0
      ? drawings.map(drawing => ({
          width: drawing.width.baseVal.value,
          height: drawing.height.baseVal.value,
          inner: styled(drawing),
        }))
      : [tableOf(data, token)]
  const width = Math.max(...pieces.map(piece => piece.width)) + 2 * MARGIN
  const height = HEAD + pieces.reduce((sum, piece) => sum + piece.height + MARGIN, 0)
  const font = `font-family="${theme.fontFamily.replaceAll('"', "'")}"`
  let top = HEAD
  const placed = pieces.map(piece => {
    const moved = `<g transform="translate(${MARGIN} ${top})">${piece.inner}</g>`
    top += piece.height + MARGIN
    return moved
  })
  return raster(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" ${font} font-size="12">
      <rect width="100%" height="100%" fill="${token('--surface')}"/>
      <text x="${MARGIN}" y="24" font-size="13" font-weight="600" fill="${token('--t1')}">${escaped(title)}</text>
      ${placed.join('')}
    </svg>`,
    width,
    height,
  )
}

/** The drawing's own elements, with what a style sheet gave them written into each. */
function styled(drawing: SVGSVGElement): string {
  const copy = drawing.cloneNode(true) as SVGSVGElement
  const copies = copy.querySelectorAll<SVGElement>('*')
  for (const [index, original] of drawing.querySelectorAll<SVGElement>('*').entries()) {
    const style = getComputedStyle(original)
    for (const property of kept) copies[index]?.setAttribute(property, style.getPropertyValue(property))
  }
  return new XMLSerializer()
    .serializeToString(copy)
    .replace(/^<svg[^>]*>/u, '')
    .replace(/<\/svg>$/u, '')
}

const ROW = 24
const LETTER = 7

function tableOf({ columns, rows }: ChartData, token: (name: string) => string) {
  const widths = columns.map(
    (name, at) => Math.max(name.length, ...rows.map(row => words(row[at]).length)) * LETTER + 20,
  )
  const lefts = widths.map((_, at) => widths.slice(0, at).reduce((sum, width) => sum + width, 0))
  const line = (cells: readonly (string | number | null)[], index: number, fill: string) =>
    cells
      .map((value, at) => {
        const isNumber = typeof value === 'number'
        const x = (lefts[at] ?? 0) + (isNumber ? (widths[at] ?? 0) - 12 : 0)
        return `<text x="${x}" y="${index * ROW + 16}" fill="${fill}" text-anchor="${isNumber ? 'end' : 'start'}">${escaped(words(value))}</text>`
      })
      .join('')
  return {
    width: widths.reduce((sum, width) => sum + width, 0),
    height: (rows.length + 1) * ROW,
    inner: line(columns, 0, token('--t3')) + rows.map((row, at) => line(row, at + 1, token('--t1'))).join(''),
  }
}

const words = (value: string | number | null | undefined): string =>
  typeof value === 'number' ? String(Math.round(value * 10_000) / 10_000) : (value ?? '–')

const escaped = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

async function raster(svg: string, width: number, height: number): Promise<Blob> {
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = width * SCALE
  canvas.height = height * SCALE
  const pen = canvas.getContext('2d')
  if (pen === null) throw new Error('This browser draws no pictures')
  pen.scale(SCALE, SCALE)
  pen.drawImage(image, 0, 0)
  const { promise, resolve, reject } = Promise.withResolvers<Blob>()
  canvas.toBlob(blob => (blob ? resolve(blob) : reject(new Error('The picture could not be made'))))
  return promise
}
