import type { FormErrors } from '@mantine/form'

/** To the first field with an error, once it stands there. */
export function toField(errors: FormErrors) {
  requestAnimationFrame(() => {
    for (const field of Object.keys(errors)) {
      const name = CSS.escape(field)
      const place = document.querySelector(`[data-path="${name}"], [data-field="${name}"]`)
      if (!place) continue
      place.scrollIntoView({ block: 'center' })
      const input = place.matches('input, button, textarea') ? place : place.querySelector('input, button')
      if (input instanceof HTMLElement) input.focus({ preventScroll: true })
      return
    }
    const wrong = document.querySelector('[aria-invalid="true"]')
    if (wrong instanceof HTMLElement) wrong.focus()
  })
}
