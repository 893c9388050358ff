import { count } from '../../format/number.ts'
import type { Texts } from '../texts.ts'

export const help: Texts['help'] = {
  title: 'Hilfe',
  open: 'Hilfe zu dieser Seite',
  search: 'Hilfe durchsuchen',
  all: 'Alle Artikel',
  back: 'Alle Artikel',
  none: 'Kein Artikel enthält diese Wörter.',
  found: n => (n === 1 ? '1 Artikel' : `${count(n)} Artikel`),
  failed: 'Die Hilfe konnte nicht geladen werden',
  keys: 'Alle Tasten',
}
