/** A function that runs `run` soon, once for however many calls in one go, and never during a call. */
export function onceInAGo(run: () => void): () => void {
  let isDue = false;
  return () => {
    if (isDue) return;
    isDue = true;
    queueMicrotask(() => {
      isDue = false;
      run();
    });
  };
}
