/** What a form shows after a submit that recorded nothing: everything typed, a sentence beside each wrong field, and why it was refused. */
export type FormState = {
  values: { [field: string]: string[] }
  errors: { [field: string]: string }
  alert: string | null
  /** Counts the submits, so that the page can tell a second refusal from the first. */
  attempt: number
  /** Nobody is signed in any more: to draw the page again would lead away from the form, and what was typed would be lost. */
  signedOut?: true
  /** A command id in place of one that is used up: what is submitted next is a command of its own. */
  commandId?: string
}

export const untouched: FormState = { values: {}, errors: {}, alert: null, attempt: 0 }
