/** The person's own locale where it speaks the language of the interface, else that language's plain form. */
const language = 'en'
const plain = 'en-GB'
const own = navigator.languages.find(tag => tag.startsWith(`${language}-`))
export const locale = own ?? plain
