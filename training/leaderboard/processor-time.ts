/**
 * Milliseconds that all threads of this process have kept a core busy: unlike the clock on the wall it does not grow
 * when others use the machine.
 */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}
