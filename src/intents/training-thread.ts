import { fork } from 'node:child_process';
import { workerData } from 'node:worker_threads';

/**
 * Starts the process that trains, sends it its task, and ends as it ends. A thread, because starting a process holds whoever
 * does it for 50 ms in a server of 500 MB, and sending it six megabytes of vectors for as long.
 */
const trainer = fork(new URL('./training-process.js', import.meta.url), {
  serialization: 'advanced',
  stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
});
trainer.once('exit', (code) => process.exit(code ?? 1));
trainer.send(workerData);
