import type { Socket } from 'node:net';
import type { HttpServer } from './http-server.ts';

/**
 * Lets `app.close()` end as soon as every accepted request is answered: answers given while closing also close their
 * connection, which would otherwise stay open for the client's next request. Connections that browsers open in advance
 * and have not used yet are cut.
 */
export function closeGracefully(app: HttpServer): void {
  let closing = false;
  const unused = new Set<Socket>();
  app.server.on('connection', (socket: Socket) => {
    unused.add(socket);
    socket.once('close', () => unused.delete(socket));
  });
  app.server.on('request', ({ socket }) => unused.delete(socket));
  app.addHook('preClose', async () => {
    closing = true;
    for (const socket of unused) socket.destroy();
  });
  app.addHook('onSend', async (_request, reply) => {
    if (closing) reply.header('connection', 'close');
  });
}
