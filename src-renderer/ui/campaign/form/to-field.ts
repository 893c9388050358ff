/** To the first field with an error, once it stands there. */
export function toField() {
  requestAnimationFrame(() => {
    const place = document.querySelector('main [aria-invalid="true"], main [data-field][role="alert"]')
    place?.scrollIntoView({ block: 'center' })
    if (place instanceof HTMLElement) place.focus({ preventScroll: true })
  })
}
