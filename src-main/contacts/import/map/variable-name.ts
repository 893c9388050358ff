/** `Appointment date` → `appointment_date`, so that `{{appointment_date}}` finds it. */
export const variableName = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 100)
