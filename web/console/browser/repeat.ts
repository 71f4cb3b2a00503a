/** Calls again and again, with so many milliseconds between; returns how to stop. */
export function repeat(milliseconds: number, run: () => void): () => void {
  const timer = setInterval(run, milliseconds);
  return () => clearInterval(timer);
}
