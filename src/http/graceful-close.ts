import type { HttpServer } from './http-server.ts';

/**
 * Lets `app.close()` end as soon as every accepted request is answered: answers given while closing also close their
 * connection, which would otherwise stay open for the client's next request.
 */
export function closeGracefully(app: HttpServer): void {
  let closing = false;
  app.addHook('preClose', async () => {
    closing = true;
  });
  app.addHook('onSend', async (_request, reply) => {
    if (closing) reply.header('connection', 'close');
  });
}
