import { createContext } from 'preact'

/** The unique id that the page is about; undefined on pages that are about none. */
export const PageId = createContext<string | undefined>(undefined)
