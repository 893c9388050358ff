export const language = {
  label: 'Language',
  help: 'Of texts, dates and numbers on this computer. The page is loaded anew.',
  /** Each by its own name, so that whoever got here by mistake finds back. */
  names: { auto: 'As the system', en: 'English', de: 'Deutsch' },
}
