// What the reader chose is kept from visit to visit. Under file:// a browser may refuse that: then it holds for this visit.

const here = new Map<string, string>()

export function recall(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? here.get(key)
  } catch {
    return here.get(key)
  }
}

export function remember(key: string, value: string): void {
  here.set(key, value)
  try {
    localStorage.setItem(key, value)
  } catch {
    // It is in `here`.
  }
}
