import { type ReadonlySignal, signal } from '@preact/signals';

/** What the browser tells of the page. */
export interface WindowNews {
  /** The network is there again. */
  readonly onOnline: () => void;
  /** The page is left; the browser may keep it alive behind another one. */
  readonly onHide: () => void;
  /** The page is shown, for the first time or once more. */
  readonly onShow: () => void;
}

/** Whether the page is looked at, kept up to date from `listen` on, which returns how to stop. */
export function watchWindow(): {
  readonly isVisible: ReadonlySignal<boolean>;
  readonly listen: (news: WindowNews) => () => void;
} {
  const isVisible = signal(document.visibilityState === 'visible');
  return {
    isVisible,
    listen({ onOnline, onHide, onShow }) {
      const stops = [
        listen(document, 'visibilitychange', () => {
          isVisible.value = document.visibilityState === 'visible';
        }),
        listen(window, 'online', onOnline),
        listen(window, 'pagehide', onHide),
        listen(window, 'pageshow', onShow),
      ];
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}

function listen(target: EventTarget, type: string, run: () => void): () => void {
  target.addEventListener(type, run);
  return () => target.removeEventListener(type, run);
}
