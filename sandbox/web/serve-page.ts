// Answers requests for the page and its assets, with the headers that keep everything on this machine.

import { loadPage, type PageFiles } from './build-page.ts';

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
};

/**
 * A handler for `/` and `/assets/*`; everything else is 404. Builds the page first when its sources changed.
 * Throws an Error with one clear line when Vite or another package of the page is not installed.
 */
export async function createPageHandler(): Promise<(request: Request) => Promise<Response>> {
  const files = await loadPage();
  return async (request) => answer(files, request);
}

function answer(files: PageFiles, request: Request): Response {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return new Response('Method not allowed', { status: 405, headers: { allow: 'GET, HEAD' } });
  }
  const url = new URL(request.url);
  const path = url.pathname === '/' ? '/index.html' : url.pathname;
  const body = files.get(path);
  if (body === undefined)
    return new Response('Not found', { status: 404, headers: { 'x-content-type-options': 'nosniff' } });
  const ending = path.slice(path.lastIndexOf('.') + 1);
  return new Response(request.method === 'HEAD' ? null : body, {
    headers: {
      'content-type': TYPES[ending] ?? 'application/octet-stream',
      // Names under /assets hold a hash of their content.
      'cache-control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      'content-security-policy': contentSecurityPolicy(url.host),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
    },
  });
}

/**
 * Self only. Style attributes are allowed because Lit's styleMap writes them (stylesheets are files or constructed);
 * Trusted Types make any use of innerHTML outside Lit's own templates an error.
 */
function contentSecurityPolicy(host: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self'",
    "font-src 'self'",
    `connect-src 'self' ws://${host}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
  ].join('; ');
}
