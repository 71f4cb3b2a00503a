import { useLayoutEffect, useState } from 'preact/hooks';
import type { ChatSession } from './chat-session.ts';
import type { SessionView } from './session-view.ts';

/**
 * The session as it is now, drawn anew when it changes. It is followed while somebody may see it, or waits for a person;
 * a page in the background holds no connection, for browsers allow a server only six of them.
 */
export function useSession(
  session: ChatSession,
  subscribe: (listener: () => void) => () => void,
  isOpen: boolean,
): { readonly view: SessionView; readonly isOnline: boolean } {
  const [, draw] = useState({});
  const [isVisible, setVisible] = useState(document.visibilityState === 'visible');
  const [isOnline, setOnline] = useState(navigator.onLine);
  // With the first drawing and not after it has been painted: what came between the two would never be drawn.
  useLayoutEffect(() => subscribe(() => draw({})), [subscribe]);
  useLayoutEffect(() => {
    const look = () => setVisible(document.visibilityState === 'visible');
    const connect = () => {
      setOnline(navigator.onLine);
      if (navigator.onLine) session.hurry();
    };
    document.addEventListener('visibilitychange', look);
    window.addEventListener('online', connect);
    window.addEventListener('offline', connect);
    return () => {
      document.removeEventListener('visibilitychange', look);
      window.removeEventListener('online', connect);
      window.removeEventListener('offline', connect);
    };
  }, [session]);
  const { view } = session;
  const needsPerson = view.status === 'waiting' || view.status === 'human';
  // Who opens a new page of the shop must learn what was said meanwhile, so a begun conversation is read at least once.
  const isWatched = isVisible && (isOpen || needsPerson || view.kept.isBegun);
  // Before anything is painted: what arrives while the window closes must count as unread.
  useLayoutEffect(() => session.follow(isWatched, isOpen && isVisible), [session, isWatched, isOpen, isVisible]);
  return { view, isOnline };
}
