// A browser's POST: fields first, the file last, straight to disk. The signed policy decides which fields and how
// many bytes are taken; then the signer's own rights are asked as for any upload.
import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { Busboy } from '@fastify/busboy';
import type { Authenticator } from './authenticate.ts';
import { AwsError } from './aws-error.ts';
import type { SessionPrincipal } from './contract.ts';
import { checkPostPolicy } from './post-policy.ts';
import type { Objects, Upload } from './s3-objects.ts';
import { MalformedSignature, readSignatureParts } from './sigv4.ts';

// biome-ignore lint/suspicious/noTemplateCurlyInString: S3 spells its variable so
const FILENAME = '${filename}';

export interface Form {
  readonly fields: ReadonlyMap<string, string>;
  readonly key: string;
  readonly caller: SessionPrincipal;
  readonly upload: Upload;
}

export async function receiveForm(
  request: IncomingMessage,
  bucket: string,
  options: {
    readonly objects: Objects;
    readonly authenticator: Authenticator;
    readonly now: Date;
    /** Asked before the first byte of the file is taken. */
    readonly admit: (form: Omit<Form, 'upload'>) => Promise<void>;
  },
): Promise<Form> {
  const { objects, authenticator } = options;
  const { fields, file } = await readFields(request);
  try {
    const caller = signerOf(fields, authenticator);
    const range = checkPostPolicy(fields.get('policy') ?? '', fields, bucket, options.now);
    const key = fields.get('key')?.replaceAll(FILENAME, file.name);
    if (!key) throw new AwsError('InvalidArgument', 'Bucket POST must contain a field named "key".');
    await options.admit({ fields, key, caller });
    const upload = await objects.receive(file.stream, { limit: range.maximum });
    if (upload.size < range.minimum) {
      objects.discard(upload);
      throw new AwsError('EntityTooSmall', 'Your proposed upload is smaller than the minimum allowed size');
    }
    return { fields, key, caller, upload };
  } finally {
    // A browser shows the answer only when all that it sends was read.
    request.unpipe();
    request.resume();
  }
}

function signerOf(fields: ReadonlyMap<string, string>, authenticator: Authenticator): SessionPrincipal {
  const policy = fields.get('policy');
  if (policy === undefined || !fields.has('x-amz-signature'))
    throw new AwsError('AccessDenied', 'Anonymous uploads are refused: the form is not signed.', 403);
  try {
    const signature = readSignatureParts('form', {
      algorithm: fields.get('x-amz-algorithm'),
      credential: fields.get('x-amz-credential'),
      timestamp: fields.get('x-amz-date'),
      signedHeaders: 'policy',
      signature: fields.get('x-amz-signature'),
      sessionToken: fields.get('x-amz-security-token'),
    });
    if (signature.scope.service !== 's3') throw new MalformedSignature('The credential is not for s3.');
    return authenticator.form(signature, policy);
  } catch (error) {
    if (error instanceof MalformedSignature) throw new AwsError('InvalidRequest', error.message);
    throw error;
  }
}

function readFields(
  request: IncomingMessage,
): Promise<{ fields: Map<string, string>; file: { name: string; stream: Readable } }> {
  return new Promise((resolve, reject) => {
    const malformed = (message: string) => reject(new AwsError('MalformedPOSTRequest', message));
    const type = request.headers['content-type'] ?? '';
    const fields = new Map<string, string>();
    try {
      const parser = new Busboy({
        headers: { ...request.headers, 'content-type': type },
        limits: { fieldSize: 20 * 1024, fields: 100, files: 1 },
      });
      parser.on('field', (name, value) => {
        if (fields.has(name.toLowerCase())) malformed(`The field ${name} is given twice.`);
        fields.set(name.toLowerCase(), value);
      });
      parser.on('file', (name, stream, filename) => {
        stream.on('error', () => undefined);
        request.once('close', () => {
          if (!request.complete) stream.destroy(new AwsError('IncompleteBody', 'The body ended early.'));
        });
        if (name === 'file') resolve({ fields, file: { name: filename, stream } });
        else {
          stream.resume();
          malformed('The file must be in the field "file".');
        }
      });
      parser.on('finish', () => malformed('The body has no field "file".'));
      parser.on('error', (error: unknown) => malformed(String(error)));
      request.pipe(parser);
    } catch (error) {
      malformed(String(error));
    }
  });
}
