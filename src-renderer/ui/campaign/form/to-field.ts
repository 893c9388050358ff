/** To the first field with an error, once it stands there. */
export function toField() {
  requestAnimationFrame(() => {
    const form = document.querySelector('[role=dialog]') ?? document.querySelector('main')
    const place = form?.querySelector('[aria-invalid="true"], [data-field][role="alert"]')
    place?.scrollIntoView({ block: 'center' })
    if (place instanceof HTMLElement) place.focus({ preventScroll: true })
  })
}
