type Numbers = Float64Array | Uint32Array | Int16Array | Int8Array | Uint8Array

/** Numbers of one kind, as many as come. */
export interface Column<T extends Numbers> {
  add(value: number): void
  done(): T
}

export function createColumn<T extends Numbers>(create: (length: number) => T): Column<T> {
  let values = create(1024)
  let length = 0
  return {
    add: value => {
      if (length === values.length) {
        const larger = create(length * 2)
        larger.set(values)
        values = larger
      }
      values[length++] = value
    },
    done: () => values.subarray(0, length) as T,
  }
}
