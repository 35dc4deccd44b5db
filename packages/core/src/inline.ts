/** The name of the command line's own query, where files have theirs. */
export const INLINE = '--inline'
