import type { OpenUrl } from '@btn/adapter'

/** How loads get files from servers: through the proxies that the environment names. */
export const throughProxies: OpenUrl = async (url, headers) => {
  const { openUrl } = await import('./ask.ts')
  return openUrl({ url, headers })
}
