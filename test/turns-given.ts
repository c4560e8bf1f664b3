// Gives turns to tests of the whole, place by place, first come first served. A turn ends with its connection, also when the
// test process dies.
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';

interface Turns {
  readonly port: number;
  close(): void;
}

export async function openTurns(): Promise<Turns> {
  const queues = new Map<string, Socket[]>();
  const server = createServer((socket) => {
    socket.once('data', (asked) => {
      const place = asked.toString();
      const queue = queues.get(place) ?? [];
      queues.set(place, queue);
      queue.push(socket);
      if (queue.length === 1) socket.write('go');
      socket.once('close', () => {
        const [first] = queue;
        queue.splice(queue.indexOf(socket), 1);
        if (first === socket) queue[0]?.write('go');
      });
    });
    // A test process that ends without a word gives its turn back all the same.
    socket.on('error', () => socket.destroy());
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The turns have no address.');
  return { port: address.port, close: () => void server.close() };
}
