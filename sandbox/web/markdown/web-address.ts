// Which addresses the page links to: only http and https, so that no written link runs a script.

/** Whether `url` is an absolute http or https address. */
export function isWebAddress(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol } = new URL(url);
  return protocol === 'http:' || protocol === 'https:';
}
