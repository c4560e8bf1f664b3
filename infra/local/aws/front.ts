// The AWS front: one HTTP server on the loopback. It says who calls, which service and operation is meant, and
// passes the call on; each service decides it by the policies before doing anything.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { sendError, sendJson, sendQuery } from './answers.ts';
import { createAuthenticator, type Protocol, refuse } from './authenticate.ts';
import { createAuthorizer } from './authorize.ts';
import { AwsError } from './aws-error.ts';
import { createCloudFormation } from './cloudformation.ts';
import { createCognito } from './cognito.ts';
import type { Front, FrontOptions, SessionPrincipal } from './contract.ts';
import { createCredentialIssuer } from './credentials.ts';
import { createDynamo } from './dynamodb.ts';
import { connectDynamoLocal } from './dynamodb-local.ts';
import { createTables } from './dynamodb-tables.ts';
import { createKms } from './kms.ts';
import { openMailbox } from './mailbox.ts';
import { giveCredentials } from './operator.ts';
import type { QueryService } from './query-service.ts';
import { createBucketManagement, handleS3 } from './s3.ts';
import { openObjects } from './s3-objects.ts';
import type { S3Parts } from './s3-request.ts';
import { type JsonService, unsupported } from './service-call.ts';
import { sendEmail } from './ses.ts';
import {
  header,
  MalformedSignature,
  type RequestHead,
  readSignature,
  type Signature,
  sha256,
} from './sigv4.ts';
import { createSqs } from './sqs.ts';
import { openQueues } from './sqs-queues.ts';
import { createSts } from './sts.ts';

/** A worker lives as long as the host runs, and so do its credentials; sessions it assumes last an hour at most. */
const ROLE_SECONDS = 30 * 24 * 3600;
const MAXIMUM_BODY = 20 * 1024 * 1024;

const PROTOCOLS: Readonly<Record<string, Protocol>> = {
  dynamodb: 'json',
  kms: 'json',
  sqs: 'json',
  'cognito-idp': 'json',
  sts: 'query',
  cloudformation: 'query',
  ses: 'rest-json',
  s3: 's3',
};

export function createFront(options: FrontOptions): Front {
  const { cloud, store } = options;
  const clock = options.clock ?? (() => new Date());
  let url = '';
  const issuer = createCredentialIssuer(store, clock);
  const authenticator = createAuthenticator(issuer, clock);
  const access = createAuthorizer(cloud);
  const local = connectDynamoLocal(options.dynamodbPort, options.dynamodbKey);
  const tables = createTables(local, store);
  const kms = createKms({ cloud, store, access, clock });
  const queues = openQueues(cloud, store, clock);
  const sqs = createSqs({ cloud, queues, access, url: () => url });
  const mailbox = openMailbox(store, clock);
  const cognito = createCognito({ cloud, store, access, mailbox, clock });
  const objects = openObjects(store, clock);
  const s3: S3Parts = { cloud, access, authenticator, kms, objects, publish: options.publish, clock };
  const buckets = createBucketManagement(s3);
  const { hashKeyOf } = tables;
  const { onTableWrite } = options;
  const dynamodb = createDynamo({
    ...{ cloud, access, kms, local, hashKeyOf, onTableWrite },
    deleteTable: tables.deleteTable,
  });
  const json: Readonly<Record<string, JsonService>> = { kms, sqs, 'cognito-idp': cognito };
  const query: Readonly<Record<string, QueryService>> = {
    sts: createSts(cloud, access, issuer),
    cloudformation: createCloudFormation({ access, buckets, formation: options.formation }),
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const head = headOf(request);
    if (giveCredentials(cloud, issuer, head, response)) return;
    let protocol = guessProtocol(head);
    try {
      const signature = readSignature(head);
      if (signature) {
        const { service } = signature.scope;
        const known = PROTOCOLS[service];
        if (!known) throw unsupported(service, header(head, 'x-amz-target') ?? `${head.method} ${head.path}`);
        protocol = known;
      }
      if (protocol === 's3') {
        const signed =
          signature &&
          (() => ({
            signature,
            caller: authenticator.request(head, signature, 's3', s3PayloadHash(head, signature)),
          }));
        await handleS3(s3, head, request, response, signed);
        return;
      }
      if (!signature) throw refuse(protocol, 'unsigned', 'Request is missing Authentication Token');
      const body = await readBody(request);
      const caller = authenticator.request(head, signature, protocol, sha256(body));
      await answer(signature.scope.service, head, body, caller, response);
    } catch (error) {
      sendError(response, protocol, nameFailure(error, protocol), head.method);
    } finally {
      // What an answer left unread must still be taken, or the connection is of no further use.
      if (!request.readableEnded) request.resume();
    }
  };

  const answer = async (
    service: string,
    head: RequestHead,
    body: Buffer,
    caller: SessionPrincipal,
    response: ServerResponse,
  ): Promise<void> => {
    const [target = '', name = ''] = (header(head, 'x-amz-target') ?? '').split('.');
    if (service === 'dynamodb') {
      if (target !== 'DynamoDB_20120810') throw unsupported(target, name);
      const result = await dynamodb(name, body, caller);
      return sendJson(response, result.body, '1.0', result.status);
    }
    if (service === 'ses') {
      if (head.method !== 'POST' || head.path !== '/v2/email/outbound-emails')
        throw unsupported('SES', `${head.method} ${head.path}`);
      return sendJson(response, await sendEmail(access, mailbox, parseJson(body), caller), '1.1');
    }
    const asked = query[service];
    if (asked) {
      const form = new URLSearchParams(body.toString('utf8'));
      const action = form.get('Action') ?? '';
      const operation = asked.operations[action];
      if (!operation) throw unsupported(service, action);
      return sendQuery(response, action, asked.namespace, await operation(form, caller));
    }
    const spoken = json[service];
    const operation = spoken?.target === target ? spoken.operations[name] : undefined;
    if (!spoken || !operation) throw unsupported(service, `${target}.${name}`);
    sendJson(response, await operation(parseJson(body), caller, goneOf(response)), spoken.version);
  };

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      console.error(error);
      response.destroy();
    });
  });
  // Longer than a client keeps an idle connection, so that none is closed under a request.
  server.keepAliveTimeout = 75_000;
  return {
    listen: (port) =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, '127.0.0.1', () => {
          const address = server.address();
          const actual = typeof address === 'object' && address ? address.port : port;
          url = `http://127.0.0.1:${actual}`;
          resolve(actual);
        });
      }),
    close: async () => {
      queues.close();
      local.close();
      if (!server.listening) return;
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
    url: () => url,
    credentialsFor: (roleArn, sessionName = roleArn.split('/').at(-1) ?? 'local') =>
      issuer.issue({ roleArn, sessionName, tags: {} }, ROLE_SECONDS),
    authorize: access.decide,
    decisions: access.decisions,
    used: access.used,
    services: { dynamodb: tables, s3: buckets, kms, sqs, cognito, mailbox },
  };
}

function nameFailure(error: unknown, protocol: Protocol): unknown {
  if (error instanceof MalformedSignature) return refuse(protocol, 'malformed', error.message);
  if (error instanceof URIError) return new AwsError('InvalidURI', 'The address cannot be decoded.');
  return error;
}

function goneOf(response: ServerResponse): AbortSignal {
  const controller = new AbortController();
  response.once('close', () => controller.abort());
  return controller.signal;
}

function headOf(request: IncomingMessage): RequestHead {
  const [path = '/', ...query] = (request.url ?? '/').split('?');
  return { method: request.method ?? '', path, query: query.join('?'), headers: request.headersDistinct };
}

/** For a request that does not say by its signature which service it means. */
function guessProtocol(head: RequestHead): Protocol {
  if (header(head, 'x-amz-target')) return 'json';
  return header(head, 'content-type')?.startsWith('application/x-www-form-urlencoded') ? 'query' : 's3';
}

function s3PayloadHash(head: RequestHead, signature: Signature): string {
  const stated = header(head, 'x-amz-content-sha256');
  if (stated !== undefined) return stated;
  if (signature.via === 'query') return 'UNSIGNED-PAYLOAD';
  throw new AwsError('InvalidRequest', 'Missing required header for this request: x-amz-content-sha256');
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > MAXIMUM_BODY)
    throw new AwsError('RequestEntityTooLarge', `A request is at most ${MAXIMUM_BODY} bytes.`, 413);
  return buffer(request);
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.length === 0 ? '{}' : body.toString('utf8'));
  } catch {
    throw new AwsError('SerializationException', 'The body is not JSON.');
  }
}
