import { MultiBar, Presets } from 'cli-progress';
import { type FetchProgress, silentProgress } from './fetch-progress.ts';

const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);

/**
 * A bar a file on a terminal, nothing elsewhere.
 * @param stream where to draw; standard error keeps standard output free for `--json`.
 */
export function createTerminalProgress(stream: NodeJS.WriteStream = process.stderr): FetchProgress {
  if (!stream.isTTY) return silentProgress;
  let bars: MultiBar | undefined;
  let open = 0;
  return {
    begin(label, bytes) {
      bars ??= new MultiBar(
        {
          stream,
          hideCursor: true,
          format: '{bar} {megabytes}/{all} MB  {label}',
        },
        Presets.shades_classic,
      );
      open += 1;
      const bar = bars.create(bytes, 0, { label, megabytes: '0.0', all: megabytes(bytes) });
      let received = 0;
      return {
        advance(amount) {
          received += amount;
          bar.update(Math.min(received, bytes), { megabytes: megabytes(received) });
        },
        done() {
          open -= 1;
          // Only a stopped MultiBar gives the cursor back and lets the process end.
          if (open === 0) {
            bars?.stop();
            bars = undefined;
          }
        },
      };
    },
  };
}
