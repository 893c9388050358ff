let waiting: File | undefined

/** A file that was dropped on another page, for the import page that opens next. */
export const handOver = (file: File) => {
  waiting = file
}

/** Given once. */
export function takeHandedOver(): File | undefined {
  const file = waiting
  waiting = undefined
  return file
}
