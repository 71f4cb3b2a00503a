import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { HttpServer } from './http-server.ts';

/** Absolute paths of the folders that are served. */
export interface WebFolders {
  /** The demo shop, at `/demo/`; nothing there when the folder does not exist. */
  readonly demo: string;
  /** What `npm run web:build` wrote: the chat page at `/`, the widget at `/widget.js`, the agents' console at `/console/`. */
  readonly built: string;
}

/** Serves the pages. What has not been built is not there, and its path is answered like any unknown one. */
export async function registerWebPages(app: HttpServer, { demo, built }: WebFolders): Promise<void> {
  await serveFolder(app, join(built, 'chat'), '/');
  await serveFolder(app, demo, '/demo/');
  await serveFolder(app, join(built, 'console'), '/console/');
  await app.register(async (scope) => {
    // The shop's pages are of another origin, and must be allowed to load the script.
    scope.addHook('onSend', async (_request, reply) => {
      reply.header('cross-origin-resource-policy', 'cross-origin');
    });
    await serveFolder(scope as unknown as HttpServer, join(built, 'widget'), '/', { maxAge: 300_000 });
  });
}

async function serveFolder(
  app: HttpServer,
  root: string,
  prefix: string,
  options: { readonly maxAge?: number } = {},
): Promise<void> {
  if (!existsSync(root)) return;
  // One route a file, so that unknown paths are answered like everywhere else.
  await app.register(fastifyStatic, {
    ...{ root, prefix, wildcard: false, schemaHide: true, decorateReply: false, preCompressed: true, ...options },
  });
  if (prefix === '/') return;
  const hidden = { schema: { hide: true } as object };
  app.get(prefix.slice(0, -1), hidden, async (_request, reply) => reply.redirect(prefix, 301));
}
