/** Absolute paths by the word that stands for them. */
export type Places = Readonly<Record<string, string>>

const rules: readonly (readonly [RegExp, string])[] = [
  // The clock before a line, and how long things took.
  [/^\d\d:\d\d:\d\d(?:\.\d+)?(?=\s)/gm, '00:00:00'],
  [/ in (?:\d+h )?(?:\d+m )?\d+(?:\.\d+)?s\b/g, ' in 0.00s'],
  [/\b(in|after) \d+(?:\.\d+)? seconds\b/g, '$1 0.00 seconds'],
  [/ at \d\d:\d\d:\d\d\.\d+/g, ' at 00:00:00'],
  [/"(execution_time|elapsed_time|elapsed|created_at)": ?-?[\d.e-]+/g, '"$1": 0'],
  [/\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d\.\d+(?:Z|\+00:00)?/g, '<time>'],
  [/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g, '<uuid>'],
  // The folder around the project's own, which each session makes anew.
  [/(?:\/[^\s/()]+)*\/btn-e2e-\w+/g, '<temp>'],
  // Versions of what the tests run on.
  [/\bbtn \d+\.\d+\.\d+\b/g, 'btn <version>'],
  [/\bv\d+\.\d+\.\d+\b/g, '<node>'],
  [/\(PID \d+\)|process \d+\b|"pid":\d+/g, '<pid>'],
  // The built-in macros are among them: one more of these changes no behaviour.
  [/\b\d+ macros\b/g, 'N macros'],
  [/[ \t]+$/gm, ''],
]

/** Takes out of an output whatever differs from run to run. */
export function normalize(text: string, places: Places): string {
  let result = text
  const longestFirst = Object.entries(places).sort(([, a], [, b]) => b.length - a.length)
  for (const [word, path] of longestFirst) result = result.replaceAll(path, `<${word}>`)
  for (const [pattern, replacement] of rules) result = result.replace(pattern, replacement)
  return result
}
