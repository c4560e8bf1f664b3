// The surroundings on a real machine.
import { open, writeFile } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import type { Surroundings } from './surroundings.ts';

const gather = async (stream: Readable, atMost: number): Promise<Uint8Array> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    chunks.push(Buffer.from(chunk));
    size += chunk.length;
    // Devices have no end.
    if (size > atMost) break;
  }
  return Buffer.concat(chunks);
};

const fromFile = async (path: string, atMost: number): Promise<Uint8Array> => {
  const file = await open(path);
  return gather(file.createReadStream(), atMost);
};

export const machine = (): Surroundings => {
  for (const stream of [process.stdout, process.stderr]) {
    // Whoever reads may stop reading: `layan schema | head`.
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
  return {
    read: (path, atMost) => (path === '-' ? gather(process.stdin, atMost) : fromFile(path, atMost)),
    write: (path, text) => writeFile(path, text),
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    // Nobody who writes a standard waits for what speaks to a cloud.
    openTrail: async (where) => (await import('./input/open-trail.ts')).openTrail(where),
  };
};
