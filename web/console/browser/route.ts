import { type ReadonlySignal, signal } from '@preact/signals';

/** What the page shows; a phone shows one view at a time. */
export interface Route {
  readonly view: 'queue' | 'conversation' | 'customer';
  readonly ticketId?: string;
}

/** Where the page is, and how to go elsewhere. */
export interface Router {
  readonly route: ReadonlySignal<Route>;
  /** With `replace` the browser's back button passes over where one was. */
  readonly go: (route: Route, replace?: boolean) => void;
}

/** The route of a location's hash: `#/`, `#/t/ID`, `#/t/ID/customer`. */
export function routeOf(hash: string): Route {
  const [, ticketId, customer] = /^#\/t\/([^/]+)(\/customer)?$/.exec(hash) ?? [];
  if (!ticketId) return { view: 'queue' };
  return { view: customer ? 'customer' : 'conversation', ticketId: decode(ticketId) };
}

/** The hash of a route; `routeOf` reads it back. */
export function hashOf({ view, ticketId }: Route): string {
  if (!ticketId) return '#/';
  return `#/t/${encodeURIComponent(ticketId)}${view === 'customer' ? '/customer' : ''}`;
}

/** Follows the hash, so that reload, back button and bookmarks work. */
export function createRouter(window: Window): Router {
  const route = signal(routeOf(window.location.hash));
  const follow = () => {
    route.value = routeOf(window.location.hash);
  };
  window.addEventListener('hashchange', follow);
  window.addEventListener('popstate', follow);
  return {
    route,
    go(next, replace = false) {
      if (hashOf(next) === window.location.hash) return;
      window.history[replace ? 'replaceState' : 'pushState'](null, '', hashOf(next));
      follow();
    },
  };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
