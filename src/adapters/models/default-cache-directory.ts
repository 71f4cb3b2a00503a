import { isAbsolute, join } from 'node:path';

/**
 * Where models are kept between runs: `$XDG_CACHE_HOME/xiaoer/models`, else `~/.cache/xiaoer/models`.
 * A relative XDG_CACHE_HOME is ignored, as the XDG base directory specification asks.
 */
export function defaultCacheDirectory(home: string, xdgCacheHome?: string): string {
  const base = xdgCacheHome && isAbsolute(xdgCacheHome) ? xdgCacheHome : join(home, '.cache');
  return join(base, 'xiaoer', 'models');
}
