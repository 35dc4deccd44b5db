/** The words in single braces: `{file_stem}`. Other braces are those of the text. */
export function findPlaceholders(text: string): readonly string[] {
  return [...text.matchAll(/(?<!\{)\{\s*([A-Za-z_]\w*)\s*\}(?!\})/g)].map(([, name = '']) => name)
}
