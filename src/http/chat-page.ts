import fastifyStatic from '@fastify/static';
import type { HttpServer } from './http-server.ts';

/**
 * Serves the chat page at `/`.
 * @param folder absolute path of `web/chat`
 */
export async function registerChatPage(app: HttpServer, folder: string): Promise<void> {
  // One route a file, so that unknown paths are answered like everywhere else.
  await app.register(fastifyStatic, { root: folder, prefix: '/', wildcard: false, schemaHide: true });
}
