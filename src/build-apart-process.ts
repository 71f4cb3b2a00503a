import { reportFailure } from './cli/print.ts';
import { openRuntime } from './compose.ts';
import { readConfig } from './config.ts';

/** What `buildApart` starts: loads everything as a server would, which keeps what it builds in files, and ends. */
async function build(): Promise<void> {
  const runtime = await openRuntime(readConfig());
  await runtime.close();
}

// Without the server that asked for it, nobody waits for the index.
const leave = () => process.exit(1);
process.once('disconnect', leave);
// Ctrl-C reaches both processes; the server decides.
process.on('SIGINT', () => {});
build()
  .catch((error: unknown) => {
    process.exitCode = reportFailure(error);
  })
  .finally(() => {
    process.off('disconnect', leave);
    if (process.connected) process.disconnect();
  });
