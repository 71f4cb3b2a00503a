import { join } from 'node:path';
import { XiaoerError } from '../../domain/errors.ts';
import type { FetchRequest, ModelSource } from './model-source.ts';
import { writeVerifiedFile } from './verified-file.ts';

/** Where and how long to wait for a hub. */
export interface HubOptions {
  /** Serves `<base>/<repository>/resolve/<revision>/<path>`, as huggingface.co and its mirrors do. */
  readonly baseUrl: string;
  /** Milliseconds until the first byte of an answer; short, so that a closed network is noticed. Default 5,000. */
  readonly connectTimeoutMs?: number;
  /** Milliseconds without a byte before a download counts as broken. Default 30,000. */
  readonly idleTimeoutMs?: number;
}

/** A source over the hub's plain HTTP download. Redirects to its file store are followed. */
export function createHubSource(options: HubOptions): ModelSource {
  const base = options.baseUrl.replace(/\/+$/, '');
  return {
    label: `hub ${base}`,
    async fetch({ spec, files, staging, progress }: FetchRequest) {
      for (const file of files) {
        const bytes = file.versions[0].bytes;
        const body = download(`${base}/${spec.repository}/resolve/${spec.revision}/${file.path}`, options);
        const bar = progress.begin(`${spec.name} ${file.path}`, bytes);
        try {
          await writeVerifiedFile(body, file, join(staging, file.path), bar.advance);
        } finally {
          bar.done();
        }
      }
    },
  };
}

async function* download(url: string, options: HubOptions): AsyncGenerator<Uint8Array> {
  const { connectTimeoutMs = 5_000, idleTimeoutMs = 30_000 } = options;
  const abort = new AbortController();
  const give = (ms: number, what: string) => setTimeout(() => abort.abort(new Error(`${what} within ${ms} ms`)), ms);
  let timer = give(connectTimeoutMs, 'no answer');
  try {
    const response = await fetch(url, { signal: abort.signal });
    if (!response.ok || !response.body) {
      throw new XiaoerError('model_source_status', `${url} answered ${response.status}`, { isRetryable: true });
    }
    for await (const chunk of response.body) {
      clearTimeout(timer);
      yield chunk;
      timer = give(idleTimeoutMs, 'no data');
    }
  } finally {
    clearTimeout(timer);
    // Lets go of the connection when the reader stopped early.
    abort.abort();
  }
}
