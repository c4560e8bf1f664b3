// The one web address of the host: sends a request to the portal, the APIs, the console or the mail page by its name.
import { createServer, type Server } from 'node:http';
import { messageOf } from '../json.ts';
import type { HttpHandler } from './gateway.ts';

export interface WebFrontParts {
  /** Portals of tenants, and both APIs: one REST API answers all of them. */
  readonly gateway: HttpHandler;
  readonly console: HttpHandler;
  readonly mail: HttpHandler;
  readonly errands: HttpHandler;
}

export function createWebFront(parts: WebFrontParts): Server {
  return createServer((request, response) => {
    const name = hostName(request.headers.host ?? '');
    const handler = handlerOf(name, parts);
    if (!handler) {
      response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' });
      response.end(
        'Layan: buka alamat portal, misalnya http://kota-probolinggo.localhost dengan port ini.\n',
      );
      return;
    }
    handler(request, response).catch((error: unknown) => {
      console.error(`${request.method} ${name}: ${messageOf(error)}`);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
}

function hostName(host: string): string {
  return host.replace(/:\d+$/, '').toLowerCase();
}

function handlerOf(name: string, parts: WebFrontParts): HttpHandler | undefined {
  if (name === 'console.localhost') return parts.console;
  if (name === 'mail.localhost') return parts.mail;
  if (name === 'errands.localhost') return parts.errands;
  return name.endsWith('.localhost') ? parts.gateway : undefined;
}
