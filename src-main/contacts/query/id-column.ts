/** Ids one after the other in memory that threads may share. */
export interface IdColumn {
  readonly length: number
  add(id: number): void
  /** Whether an id is among them, told in no time. */
  holder(): (id: number) => boolean
  done(): Float64Array
}

const FIRST_ROOM = 1024

export function createIdColumn(): IdColumn {
  let ids = new Float64Array(FIRST_ROOM)
  let length = 0
  let largest = 0
  return {
    get length() {
      return length
    },
    add: id => {
      if (length === ids.length) {
        const larger = new Float64Array(ids.length * 2)
        larger.set(ids)
        ids = larger
      }
      ids[length] = id
      length += 1
      if (id > largest) largest = id
    },
    holder: () => {
      const bits = new Uint8Array(Math.floor(largest / 8) + 1)
      for (let index = 0; index < length; index += 1) {
        const id = ids[index] as number
        const byte = Math.floor(id / 8)
        bits[byte] = (bits[byte] as number) | (1 << (id % 8))
      }
      return id => ((bits[Math.floor(id / 8)] ?? 0) & (1 << (id % 8))) !== 0
    },
    done: () => {
      const shared = new Float64Array(new SharedArrayBuffer(length * Float64Array.BYTES_PER_ELEMENT))
      shared.set(ids.subarray(0, length))
      return shared
    },
  }
}
