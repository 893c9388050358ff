/** Who did it, in the audit log; people sign in with a later version. */
export const actor = 'supervisor'
