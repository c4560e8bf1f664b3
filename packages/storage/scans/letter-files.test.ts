// Before a letter lies in the bucket it is known to the case: a function may end between the two.
import { TENANT } from '@layan/testing/builders/a-tenant';
import { caseIdOf, documentIdOf } from '@layan/testing/builders/ids';
import { FaultyHttp } from '@layan/testing/faults/faulty-http';
import { type Objects, onObject } from '@layan/testing/faults/in-process-s3';
import { fixedClock } from '@layan/testing/fixed-clock';
import { describe, expect, it } from 'vitest';
import { awsSettings } from '../aws/settings.ts';
import { caseFiles } from './case-files.ts';
import { letterFiles } from './letter-files.ts';

const credentials = { accessKeyId: 'KEY', secretAccessKey: 'secret', sessionToken: 'token' };

function bucketOf(note: Parameters<typeof letterFiles>[1]) {
  const objects: Objects = new Map();
  const http = new FaultyHttp((request) => onObject(objects, request));
  const environment = {
    ...{ AWS_REGION: 'ap-southeast-3', AWS_ACCESS_KEY_ID: 'own', AWS_SECRET_ACCESS_KEY: 'own' },
    AWS_ENDPOINT_URL: 'http://127.0.0.1:9',
  };
  const parts = {
    settings: awsSettings(environment, http),
    bucket: { name: 'documents', tenant: TENANT },
    clock: fixedClock(),
    keyArn: async () => 'arn:key',
    session: { credentials: async () => ({ ...credentials, expiration: new Date('2026-02-04T03:00:00Z') }) },
  };
  return { objects, letters: letterFiles(parts, note), files: caseFiles(parts) };
}

const bytes = Buffer.from('%PDF-1.7 surat');
const [one, other] = [caseIdOf(1), caseIdOf(2)];

describe('a letter', () => {
  it('is noted with its case, and with the upload it came with, before it is written', async () => {
    const noted: unknown[] = [];
    const { letters, objects } = bucketOf(async (...letter) => {
      noted.push([...letter, objects.size]);
    });
    const { sha256 } = await letters.keep({ caseId: one, bytes });
    await letters.keep({ caseId: other, bytes, upload: documentIdOf(1) });
    expect(noted).toEqual([
      [one, { sha256 }, 0],
      [other, { sha256, upload: documentIdOf(1) }, 1],
    ]);
  });

  it('is not written where it could not be noted', async () => {
    const { letters, objects } = bucketOf(async () => {
      throw new Error('the table is throttled');
    });
    await expect(letters.keep({ caseId: one, bytes })).rejects.toThrow('throttled');
    expect(objects.size).toBe(0);
  });

  it('that two cases have alike lies with each, and goes with the one that goes', async () => {
    const { letters, files, objects } = bucketOf(async () => undefined);
    const { sha256 } = await letters.keep({ caseId: one, bytes });
    await letters.keep({ caseId: other, bytes });
    await files.removeLetter(one, sha256);
    expect([...objects.keys()]).toEqual([`/documents/letters/${TENANT}/${other}/${sha256}.pdf`]);
    expect(await letters.read(one, sha256)).toBeUndefined();
    expect(await letters.read(other, sha256)).toEqual(bytes);
  });
});
