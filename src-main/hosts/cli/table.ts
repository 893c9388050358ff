/** Two columns: names left, figures right. */
export const table = (rows: readonly (readonly [string, string | number])[]): string => {
  const width = Math.max(0, ...rows.map(([name]) => name.length))
  const figures = rows.map(([, figure]) =>
    typeof figure === 'number' ? figure.toLocaleString('en') : figure,
  )
  const room = Math.max(0, ...figures.map(figure => figure.length))
  return rows.map(([name], at) => `${name.padEnd(width)}  ${figures[at]?.padStart(room)}`).join('\n')
}
