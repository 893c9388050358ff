declare const of: unique symbol
/** JSON text in a column, with the type of what it holds. */
export type Json<T> = string & { readonly [of]: T }

export const toJson = <T>(value: T): Json<T> => JSON.stringify(value) as Json<T>
export const fromJson = <T>(text: Json<T>): T => JSON.parse(text) as T
export const fromJsonOrNull = <T>(text: Json<T> | null): T | null => (text === null ? null : fromJson(text))
