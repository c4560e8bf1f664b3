// Journeys run beside each other on one host. Whoever changes what others of the same government meet, or counts what they
// would add to, takes a turn there.
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, inject } from 'vitest';

/** Others may take long. */
const PATIENCE = 900_000;

/** Waits until nobody else is at the place; resolves to what ends the turn. */
export async function takeTurn(port: number, place: string): Promise<() => void> {
  const socket = connect(port, '127.0.0.1', () => socket.write(place));
  await once(socket, 'data');
  return () => void socket.destroy();
}

/** For a file or a group of tests: nobody else who says so is at the place meanwhile. */
export function aloneIn(place: string): void {
  let end: (() => void) | undefined;
  beforeAll(async () => {
    const port = inject('turns');
    if (port !== undefined) end = await takeTurn(port, place);
  }, PATIENCE);
  afterAll(() => end?.());
}
