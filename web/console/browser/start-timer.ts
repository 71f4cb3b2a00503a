/** Calls back once after so many milliseconds; returns how to call that off. */
export function startTimer(milliseconds: number, run: () => void): () => void {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
}
