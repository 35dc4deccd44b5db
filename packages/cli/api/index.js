// The program is one bundle, in CommonJS; this is its door for programs that import it. Types: index.d.ts.
import program from '../dist/process.cjs'

export const { invoke } = program
