/** What a page's own stream may say beside `seq`, for whoever shows it. */
export const FORWARDED = ['lines', 'partial', 'end'] as const

/**
 * The one event stream of this tab, seen by the rest of its page: `Live` holds it and passes on what is not for itself, since a browser opens only
 * six connections to a host. `from`: what to ask for when the stream is opened anew.
 */
export const tabStream: { events: EventTarget; from: number | null } = { events: new EventTarget(), from: null }

/** The address of the stream from where the page is. */
export const fromHere = (url: string): string => (tabStream.from === null ? url : `${url}&from=${tabStream.from}`)
