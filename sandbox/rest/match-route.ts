// Finds the route of a method and path among the table of routes.

import type { Route } from './route.ts';

/** `method-not-allowed`: the path is known with other methods only. */
export type Match =
  | { readonly kind: 'found'; readonly route: Route; readonly params: Readonly<Record<string, string>> }
  | { readonly kind: 'method-not-allowed' }
  | { readonly kind: 'not-found' };

/** Earlier routes win, so `/users/@me` must stand before `/users/{user_id}`. */
export function createMatcher(routes: readonly Route[]): (method: string, path: string) => Match {
  const compiled = routes.map((route) => ({ route, pattern: compile(route.path) }));
  return (method, path) => {
    let isKnownPath = false;
    for (const { route, pattern } of compiled) {
      const groups = pattern.exec(path)?.groups;
      if (groups === undefined) continue;
      isKnownPath = true;
      if (route.method === method) return { kind: 'found', route, params: decode(groups) };
    }
    return { kind: isKnownPath ? 'method-not-allowed' : 'not-found' };
  };
}

/** `{name}` takes one part of the path. The group is named, so `groups` is there even without any part. */
function compile(path: string): RegExp {
  const source = path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)');
  return new RegExp(`^${source}(?<end_of_path>)$`);
}

function decode(groups: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(groups).map(([name, value]) => [name, decodeSafely(value)]));
}

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
