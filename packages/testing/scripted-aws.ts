// An AWS endpoint whose answers a test writes; it remembers what it was asked.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ScriptedAnswer {
  readonly status: number;
  readonly body: string;
  /** What its clock shows; the time of the machine otherwise. */
  readonly date?: Date;
}

export interface ScriptedAws {
  readonly url: string;
  readonly requests: readonly {
    readonly headers: Readonly<Record<string, unknown>>;
    readonly body: string;
  }[];
  close(): Promise<void>;
}

/** `hang up` closes the connection without an answer. */
export async function startScriptedAws(
  answer: (request: number) => ScriptedAnswer | 'hang up',
): Promise<ScriptedAws> {
  const requests: { headers: Record<string, unknown>; body: string }[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    requests.push({ headers: { ...request.headers }, body });
    const scripted = answer(requests.length);
    if (scripted === 'hang up') request.socket.destroy();
    else {
      if (scripted.date) response.setHeader('date', scripted.date.toUTCString());
      response.writeHead(scripted.status).end(scripted.body);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const isAddress = (address: AddressInfo | string | null): address is AddressInfo =>
    typeof address === 'object' && address !== null;
  const address = server.address();
  if (!isAddress(address)) throw new Error('The server has no port.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
