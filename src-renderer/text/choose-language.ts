import { chosenLanguage, type LanguageChoice, languagePlace } from './language.ts'

/** Texts, numbers and dates are made when the page loads, so a choice loads it anew. */
export function chooseLanguage(choice: LanguageChoice) {
  if (choice === chosenLanguage()) return
  localStorage.setItem(languagePlace, choice)
  location.reload()
}
