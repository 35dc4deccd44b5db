import { mountGraph } from './mount.ts'
import { fromQuery, toQuery } from './state.ts'

// The graph is a script of its own, fetched when somebody wants to see it; what it offers stands where the page can find it.
window.btnGraph = { mountGraph, fromQuery, toQuery }
