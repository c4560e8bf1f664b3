// Writes answers and failures as each of AWS's protocols does.
import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { Protocol } from './authenticate.ts';
import { AwsError } from './aws-error.ts';
import { type XmlElement, xml } from './xml.ts';

export function sendJson(
  response: ServerResponse,
  body: object | Buffer,
  version: '1.0' | '1.1',
  status = 200,
): void {
  send(
    response,
    status,
    `application/x-amz-json-${version}`,
    Buffer.isBuffer(body) ? body : JSON.stringify(body),
  );
}

export function sendQuery(
  response: ServerResponse,
  operation: string,
  namespace: string,
  result: readonly XmlElement[],
): void {
  const body: XmlElement[] = [
    [`${operation}Result`, result],
    ['ResponseMetadata', [['RequestId', randomUUID()]]],
  ];
  send(response, 200, 'text/xml', xml(`${operation}Response`, body, namespace));
}

export function sendXml(response: ServerResponse, status: number, body: string): void {
  send(response, status, 'application/xml', `<?xml version="1.0" encoding="UTF-8"?>\n${body}`);
}

/** Anything that is not an AwsError is a defect of the host: it is shown, and answered as an internal error. */
export function sendError(
  response: ServerResponse,
  protocol: Protocol,
  error: unknown,
  method = 'POST',
): void {
  if (response.headersSent) {
    // Nothing can be said any more, and mostly it is the client that went away.
    response.destroy();
    return;
  }
  const failure =
    error instanceof AwsError
      ? error
      : new AwsError(
          'InternalFailure',
          error instanceof Error ? (error.stack ?? error.message) : String(error),
          500,
        );
  if (!(error instanceof AwsError)) console.error(failure.message);
  WRITERS[protocol](response, failure, method);
}

type Writer = (response: ServerResponse, failure: AwsError, method: string) => void;

const WRITERS = {
  json: (response, { code, message, status }) => {
    const denied = code === 'AccessDenied';
    const name = denied ? 'AccessDeniedException' : code;
    response.setHeader('x-amzn-query-error', `${code};Sender`);
    const body = { __type: denied ? `com.amazon.coral.service#${name}` : name, message, Message: message };
    sendJson(response, body, '1.0', denied ? 400 : status);
  },
  'rest-json': (response, { code, message, status }) => {
    response.setHeader('x-amzn-errortype', code === 'AccessDenied' ? 'AccessDeniedException' : code);
    send(response, status, 'application/json', JSON.stringify({ message }));
  },
  query: (response, { code, message, status }) => {
    const error: XmlElement = [
      'Error',
      [
        ['Type', 'Sender'],
        ['Code', code],
        ['Message', message],
      ],
    ];
    send(response, status, 'text/xml', xml('ErrorResponse', [error, ['RequestId', randomUUID()]]));
  },
  s3: (response, { code, message, status }, method) => {
    const error: XmlElement[] = [
      ['Code', code],
      ['Message', message],
      ['RequestId', randomUUID()],
    ];
    if (method === 'HEAD') send(response, status, 'application/xml', '');
    else sendXml(response, status, xml('Error', error));
  },
} satisfies Record<Protocol, Writer>;

function send(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  response.setHeader('x-amzn-requestid', randomUUID());
  response.setHeader('content-type', type);
  response.writeHead(status);
  response.end(body);
}
