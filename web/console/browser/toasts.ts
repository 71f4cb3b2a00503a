import { type ReadonlySignal, signal } from '@preact/signals';
import { startTimer } from './start-timer.ts';

/** A short word on what has just happened. */
export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly isBad: boolean;
}

/** Toasts, newest last; they go by themselves. */
export interface Toasts {
  readonly shown: ReadonlySignal<readonly Toast[]>;
  readonly say: (text: string, isBad?: boolean) => void;
  readonly dismiss: (id: number) => void;
}

/** How long a toast stays, in milliseconds: bad news longer. */
const STAY = 4000;
const STAY_BAD = 9000;
const MOST = 3;

/** An empty stack of toasts. */
export function createToasts(): Toasts {
  const shown = signal<readonly Toast[]>([]);
  let last = 0;
  const dismiss = (id: number) => {
    shown.value = shown.value.filter((toast) => toast.id !== id);
  };
  return {
    shown,
    dismiss,
    say(text, isBad = false) {
      const id = ++last;
      shown.value = [...shown.value, { id, text, isBad }].slice(-MOST);
      startTimer(isBad ? STAY_BAD : STAY, () => dismiss(id));
    },
  };
}
