export const outputUrl: URL
/** The generated module's text. */
export function compileSchemas(): string
