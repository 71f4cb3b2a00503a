/**
 * Calls back once after so many milliseconds unless the returned function is called first.
 * Injected, so that tests need not wait.
 */
export type StartTimer = (milliseconds: number, callback: () => void) => () => void;

/** The real timer. It keeps the process alive: somebody is waiting for the answer. */
export const startSystemTimer: StartTimer = (milliseconds, callback) => {
  const timer = setTimeout(callback, milliseconds);
  return () => clearTimeout(timer);
};
