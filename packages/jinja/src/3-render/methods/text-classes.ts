import { isSpace } from '../../1-parse/whitespace.ts'
import type { Definition } from './define.ts'

function all(pattern: RegExp): (text: string) => boolean {
  return (text) => text !== '' && pattern.test(text)
}

function isLower(text: string): boolean {
  return /\p{Ll}/u.test(text) && !/[\p{Lu}\p{Lt}]/u.test(text)
}

function isUpper(text: string): boolean {
  return /\p{Lu}/u.test(text) && !/[\p{Ll}\p{Lt}]/u.test(text)
}

function isAllSpace(text: string): boolean {
  return text !== '' && [...text].every((char) => isSpace(char.charCodeAt(0)))
}

/** `isalpha` and the others that ask of what kind all characters are. */
export const characterTests: readonly Definition<string>[] = [
  ['isalnum', [], all(/^[\p{L}\p{N}]+$/u)],
  ['isalpha', [], all(/^\p{L}+$/u)],
  ['isascii', [], (text) => /^[\0-\x7f]*$/.test(text)],
  ['isdecimal', [], all(/^\p{Nd}+$/u)],
  ['isdigit', [], all(/^[\p{Nd}²³¹⁰-⁹₀-₉①-⑨]+$/u)],
  ['isidentifier', [], all(/^[\p{ID_Start}_]\p{ID_Continue}*$/u)],
  ['islower', [], isLower],
  ['isnumeric', [], all(/^\p{N}+$/u)],
  ['isprintable', [], (text) => !/[\p{C}\p{Zl}\p{Zp}]|(?! )\p{Zs}/u.test(text)],
  ['isspace', [], isAllSpace],
  ['isupper', [], isUpper],
]
