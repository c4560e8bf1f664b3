// The product's storage meets AWS as the stacks define it: sessions with a tag, keys, scans and accounts, every call
// decided by the data roles' own policies.
import { randomBytes } from 'node:crypto';
import { TenantId } from '@layan/domain/kernel/ids';
import { ContentHash } from '@layan/domain/standard/content-hash';
import { dynamoClient } from '@layan/storage/aws/dynamo-client';
import { awsSettings } from '@layan/storage/aws/settings';
import { tenantSession } from '@layan/storage/aws/tenant-session';
import { profileKey } from '@layan/storage/keys';
import { caseFiles } from '@layan/storage/scans/case-files';
import { printedFiles } from '@layan/storage/scans/printed-files';
import { scanObjects } from '@layan/storage/scans/scan-objects';
import { kmsSigner } from '@layan/storage/signer';
import { openTable } from '@layan/storage/table/table';
import { tenantKeys } from '@layan/storage/tenant-keys';
import { openTenants, type TenantAccess } from '@layan/storage/tenant-ports';
import { aFiledCase } from '@layan/testing/builders/a-case';
import { OTHER_TENANT, TENANT } from '@layan/testing/builders/a-tenant';
import { caseIdOf, documentIdOf, staffIdOf, ticketOf } from '@layan/testing/builders/ids';
import { testPerson } from '@layan/testing/builders/people';
import { signingContract } from '@layan/testing/contract/signing-keys';
import { vaultContract } from '@layan/testing/contract/vault';
import { startLocalDynamo } from '@layan/testing/dynamodb-local';
import { fixedClock } from '@layan/testing/fixed-clock';
import { afterAll, describe, expect, it } from 'vitest';
import type { Audience } from '../../constructs/names.ts';
import { POOL, startAwsFront } from './storage-front.ts';

const dynamo = await startLocalDynamo();
const aws = await startAwsFront(dynamo);
afterAll(async () => {
  await aws.close();
  await dynamo.stop();
});
// Signatures are checked against the time of day.
const clock = fixedClock(new Date().toISOString());
const openAs = (audience: Audience, more: Partial<TenantAccess> = {}) =>
  openTenants({
    aws: awsSettings(aws.environment),
    clock,
    tablePrefix: aws.tablePrefix,
    dataRoleArn: aws.dataRoleArn(audience),
    documentsBucket: aws.documentsBucket,
    scanObjects,
    staffPoolId: POOL,
    tenantKeys,
    signer: kmsSigner,
    printedFiles,
    ...more,
  });

const keyArns = new Map([
  [TENANT, await aws.addTenant(TENANT)],
  [OTHER_TENANT, await aws.addTenant(OTHER_TENANT)],
]);
for (const [tenant, keyArn] of keyArns) await openAs('worker')(tenant).keys.ensure(keyArn);

const worker = openAs('worker');
vaultContract('KMS', async () => ({ vault: worker(TENANT).vault, foreign: worker(OTHER_TENANT).vault }));

let signers = 0;
signingContract('KMS', async () => {
  signers += 1;
  const slug = `kota-tanda-${'abcdefgh'.charAt(signers)}`;
  await aws.addTenant(slug);
  const moving = fixedClock(new Date().toISOString());
  const ports = openAs('worker', { clock: moving })(TenantId.parse(slug));
  return { ...ports, clock: moving, arns: [aws.addSigningKey(slug), aws.addSigningKey(slug)] as const };
});

describe('signing', () => {
  it('is refused by the policies to citizens, and to who parses what strangers send or writes to people', async () => {
    const arn = aws.addSigningKey(TENANT);
    await worker(TENANT).keys.ensureSigning(arn);
    for (const audience of ['citizen', 'scans', 'notifier'] as const)
      await expect(openAs(audience)(TENANT).signer.sign('layan-card', {})).rejects.toThrow('AccessDenied');
    await expect(openAs('renderer')(TENANT).keys.ensureSigning(aws.addSigningKey(TENANT))).rejects.toThrow(
      'AccessDenied',
    );
    for (const audience of ['renderer', 'staff'] as const)
      expect(await openAs(audience)(TENANT).signer.sign('layan-seal', {})).toMatch(/^[\w-]+(\.[\w-]+){2}$/);
    await expect(openAs('staff')(TENANT).keys.ensureSigning(aws.addSigningKey(TENANT))).rejects.toThrow(
      'AccessDenied',
    );
  });

  it('is not done with a key that is not marked for it', async () => {
    const slug = TenantId.parse('kota-tanpa-tanda');
    const keyArn = await aws.addTenant(slug);
    await expect(worker(slug).keys.ensureSigning(keyArn)).rejects.toThrow('AccessDenied');
  });
});

const since = (start: number) =>
  aws.decisions.slice(start).map(({ action, allowed }) => `${action}${allowed ? '' : ' denied'}`);

describe('a tenant opened by its session', () => {
  it('fetches credentials and keys once, and then one call for one', async () => {
    const { cases, vault } = openAs('staff')(TENANT);
    let start = aws.decisions.length;
    await cases.commit(aFiledCase(1));
    await vault.newKey(caseIdOf(1));
    expect(since(start).filter((action) => action === 'sts:AssumeRole')).toHaveLength(1);
    expect(since(start).filter((action) => action === 'kms:Decrypt')).toHaveLength(3);
    start = aws.decisions.length;
    await cases.findStatus(ticketOf(1));
    await vault.newKey(caseIdOf(1));
    expect(since(start)).toEqual(['dynamodb:GetItem']);
  });

  it('does not know a tenant that has no table', async () => {
    const nobody = TenantId.parse('kota-tiada');
    expect(await openAs('citizen')(nobody).directory.find()).toBeUndefined();
  });

  it('is denied the table of another tenant', async () => {
    const settings = awsSettings(aws.environment);
    const session = tenantSession(settings, { roleArn: aws.dataRoleArn('staff'), tenant: TENANT, clock });
    const client = dynamoClient(settings, () => session.credentials());
    const mistaken = openTable(client, `${aws.tablePrefix}${OTHER_TENANT}`);
    await expect(mistaken.get(profileKey)).rejects.toThrow(/not authorized/);
    await expect(mistaken.transact([{ write: { put: { ...profileKey } } }])).rejects.toThrow(
      /not authorized/,
    );
  });

  it('keeps the keys it made first', async () => {
    const { keys, vault } = worker(TENANT);
    const key = await vault.newKey(caseIdOf(1));
    await Promise.all([keys.ensure('arn:aws:kms:other'), keys.ensure('arn:aws:kms:other')]);
    const place = { caseId: caseIdOf(1), field: 'applicantNik' };
    const sealed = await openAs('staff')(TENANT).vault.seal(key, place, testPerson(1).nik);
    expect(await vault.open(key, place, sealed)).toEqual({ ok: true, value: testPerson(1).nik });
  });
});

describe('scans', () => {
  const scan = (n: number) => ({ caseId: caseIdOf(1), documentId: documentIdOf(n) });
  const bytes = new Uint8Array(randomBytes(2000));

  async function send(
    prepared: { url: string; fields: Readonly<Record<string, string>> },
    content = bytes,
    changes: Readonly<Record<string, string>> = {},
  ) {
    const form = new FormData();
    for (const [name, value] of Object.entries({ ...prepared.fields, ...changes })) form.append(name, value);
    form.append('file', new Blob([content], { type: 'image/jpeg' }), 'ktp.jpg');
    return fetch(prepared.url, { method: 'POST', body: form, redirect: 'manual' });
  }

  it('are sent by a form, checked, accepted and opened by a link', async () => {
    const { scans } = openAs('citizen')(TENANT);
    const redirectTo = 'http://kota-contoh.localhost/permohonan';
    const sent = await send(await scans.prepareUpload({ ...scan(1), maxBytes: 5000, redirectTo }));
    expect(sent.status).toBe(303);
    expect(sent.headers.get('location')).toContain(redirectTo);
    const objects = openAs('scans')(TENANT).scans;
    const read = await objects.readIncoming(scan(1).caseId, scan(1).documentId);
    expect(read.ok && Buffer.from(read.value).equals(bytes)).toBe(true);
    const accept = (some: Uint8Array) =>
      objects.accept({ ...scan(1), bytes: some, contentType: 'image/jpeg' });
    expect(await accept(bytes)).toBe(bytes);
    // Another one in its place: the first stays, and is what is told of.
    expect(Buffer.from(await accept(Buffer.from('lain'))).equals(bytes)).toBe(true);
    await objects.discardIncoming(scan(1).caseId, scan(1).documentId);
    expect(await objects.readIncoming(scan(1).caseId, scan(1).documentId)).toEqual({
      ok: false,
      error: 'gone',
    });
    const staff = openAs('staff')(TENANT).scans;
    const link = await staff.viewLink({ ...scan(1), contentType: 'image/jpeg', fileName: 'KTP (depan).jpg' });
    const shown = await fetch(link);
    expect(shown.status).toBe(200);
    expect(shown.headers.get('content-type')).toBe('image/jpeg');
    expect(shown.headers.get('content-disposition')).toMatch(/^inline/);
    expect(Buffer.from(await shown.arrayBuffer()).equals(bytes)).toBe(true);
    expect((await fetch(link.replace('image%2Fjpeg', 'text%2Fhtml'))).status).toBe(403);
  });

  it('answer a script with 201', async () => {
    const prepared = await openAs('citizen')(TENANT).scans.prepareUpload({ ...scan(2), maxBytes: 5000 });
    expect((await send(prepared)).status).toBe(201);
  });

  it('are refused when larger than agreed, empty, under another key, type or tenant key', async () => {
    const prepared = await openAs('citizen')(TENANT).scans.prepareUpload({ ...scan(3), maxBytes: 1000 });
    const small = bytes.slice(0, 10);
    const foreign = keyArns.get(OTHER_TENANT) ?? '';
    const refused = await Promise.all([
      send(prepared),
      send(prepared, new Uint8Array()),
      send(prepared, small, { key: `incoming/${TENANT}/elsewhere` }),
      send(prepared, small, { 'Content-Type': 'text/html' }),
      send(prepared, small, { 'x-amz-server-side-encryption-aws-kms-key-id': foreign }),
      send(prepared, small, { success_action_redirect: 'https://elsewhere.example/' }),
    ]);
    for (const { status } of refused) expect([400, 403]).toContain(status);
    expect((await send(prepared, small)).status).toBe(201);
  });

  it('are settled in their record by who checks them, which writes no other partition', async () => {
    const record = { ...{ id: scan(5).documentId, caseId: scan(5).caseId }, requirement: 'family-card' };
    const expected = { ...record, state: 'expected', createdAt: clock.now() } as const;
    await openAs('citizen')(TENANT).documents.expect(expected);
    const { documents, practice } = openAs('scans')(TENANT);
    expect(await documents.find(scan(5).caseId, scan(5).documentId)).toEqual(expected);
    expect((await documents.settle({ ...expected, state: 'accepted' })).ok).toBe(true);
    const by = { id: staffIdOf(1), name: 'Petugas Uji 1' };
    const open = practice.save({ generation: 1, state: 'open', since: clock.now(), by }, undefined);
    await expect(open).rejects.toThrow(/not authorized/);
  });

  it('open nothing that is sealed to who checks them', async () => {
    await expect(openAs('scans')(TENANT).vault.newKey(caseIdOf(1))).rejects.toThrow('AccessDenied');
  });

  it('cannot be read by citizens or workers, nor accepted by staff or workers', async () => {
    const accept = { ...scan(4), bytes, contentType: 'image/jpeg' };
    const sent = await send(
      await openAs('citizen')(TENANT).scans.prepareUpload({ ...scan(4), maxBytes: 5000 }),
    );
    expect(sent.status).toBe(201);
    const { readIncoming, discardIncoming } = worker(TENANT).scans;
    expect(await readIncoming(scan(4).caseId, scan(4).documentId)).toEqual({ ok: false, error: 'gone' });
    await expect(discardIncoming(scan(4).caseId, scan(4).documentId)).rejects.toThrow(/not authorized/);
    for (const audience of ['staff', 'worker'] as const)
      await expect(openAs(audience)(TENANT).scans.accept(accept)).rejects.toThrow(/not authorized/);
    const link = await openAs('citizen')(TENANT).scans.viewLink({ ...accept, fileName: 'ktp.jpg' });
    expect((await fetch(link)).status).toBe(403);
  });
});

describe('prints', () => {
  const bytes = new TextEncoder().encode('%PDF-1.7 kartu');
  const file = { bytes, fileName: '460-000001-2026.pdf' };

  it('are kept under the tenant’s key and opened inline by a link, for a minute', async () => {
    const start = aws.decisions.length;
    const link = await openAs('renderer')(TENANT).printedFiles.keep(file);
    expect(new URL(link).pathname).toMatch(new RegExp(`/printed/${TENANT}/[0-9a-f]{40}\\.pdf$`));
    const shown = await fetch(link);
    expect(shown.status).toBe(200);
    expect(shown.headers.get('content-type')).toBe('application/pdf');
    expect(shown.headers.get('content-disposition')).toMatch(/^inline.*460-000001-2026\.pdf$/);
    expect(shown.headers.get('x-amz-server-side-encryption-aws-kms-key-id')).toBe(keyArns.get(TENANT));
    expect(new Uint8Array(await shown.arrayBuffer())).toEqual(bytes);
    expect(since(start).filter((action) => action.startsWith('s3:'))).toEqual([
      's3:PutObject',
      's3:GetObject',
    ]);
    expect((await fetch(link.replace(TENANT, OTHER_TENANT))).status).toBe(403);
    const late = new URL(link);
    late.searchParams.set('X-Amz-Expires', '3600');
    expect((await fetch(late)).status).toBe(403);
  });

  it.each(['citizen', 'staff', 'worker', 'scans', 'notifier'] as const)(
    'are not made by %s',
    async (audience) => {
      await expect(openAs(audience)(TENANT).printedFiles.keep(file)).rejects.toThrow(
        'A print was not kept: 403',
      );
    },
  );
});

describe('letters', () => {
  const pdf = Buffer.from('%PDF-1.7 letter');
  const caseId = caseIdOf(1);

  it('are kept by their content, once, and read by who signs, compares and hands over', async () => {
    const { letters } = worker(TENANT);
    const file = await letters.keep({ caseId, bytes: pdf });
    expect(await letters.keep({ caseId, bytes: pdf })).toEqual(file);
    expect(await letters.read(caseId, file.sha256)).toEqual(pdf);
    expect(await letters.read(caseId, ContentHash.parse('0'.repeat(64)))).toBeUndefined();
    expect(await openAs('scans')(TENANT).letters.read(caseId, file.sha256)).toEqual(pdf);
    for (const audience of ['citizen', 'staff', 'renderer'] as const) {
      const link = await openAs(audience)(TENANT).letters.link({
        caseId,
        sha256: file.sha256,
        fileName: 'surat.pdf',
        seconds: 300,
      });
      expect(new URL(link).searchParams.get('X-Amz-Expires')).toBe('300');
      const answer = await fetch(link);
      expect([answer.status, await answer.text()]).toEqual([200, pdf.toString()]);
    }
  });

  it('are written by no one who only hands them over, and belong to one tenant', async () => {
    for (const audience of ['citizen', 'staff', 'renderer', 'notifier'] as const)
      await expect(
        openAs(audience)(TENANT).letters.keep({ caseId, bytes: Buffer.from(audience) }),
      ).rejects.toThrow('403');
    const { sha256 } = await worker(TENANT).letters.keep({ caseId, bytes: pdf });
    expect(await worker(OTHER_TENANT).letters.read(caseId, sha256)).toBeUndefined();
    const link = await openAs('notifier')(TENANT).letters.link({ caseId, sha256, fileName: 'surat.pdf' });
    expect((await fetch(link)).status).toBe(403);
  });

  it('that two cases have alike go with neither but their own, and are found by what was noted', async () => {
    const { letters, erasing, caseFiles: files } = openAs('worker', { caseFiles })(TENANT);
    const other = caseIdOf(2);
    const upload = documentIdOf(1);
    const { sha256 } = await letters.keep({ caseId, bytes: pdf });
    await openAs('scans')(TENANT).letters.keep({ caseId: other, bytes: pdf, upload });
    expect(await erasing.letters(other)).toEqual([{ sha256, upload }]);
    await files.removeLetter(other, sha256);
    expect(await letters.read(other, sha256)).toBeUndefined();
    expect(await letters.read(caseId, sha256)).toEqual(pdf);
  });

  it('that came back as a picture have their own type', async () => {
    const contentType = 'image/jpeg' as const;
    const bytes = Buffer.from('jpeg');
    const { sha256 } = await openAs('scans')(TENANT).letters.keep({ caseId, bytes, contentType });
    const file = { caseId, sha256, contentType, fileName: 'surat.jpg' };
    const answer = await fetch(await openAs('citizen')(TENANT).letters.link(file));
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
  });
});

describe('staff accounts', () => {
  const of = (tenant: typeof TENANT) => worker(tenant).accounts;

  it('are made once, in the group of their tenant, with one invitation', async () => {
    await of(TENANT).ensureGroup();
    await of(TENANT).ensureGroup();
    const first = await of(TENANT).invite({ email: 'Petugas@dinas-uji.example', name: 'Petugas Uji' });
    const again = await of(TENANT).invite({ email: 'petugas@dinas-uji.example', name: 'Petugas Uji' });
    expect(first.ok).toBe(true);
    expect(again).toEqual(first);
    expect(aws.mails()).toHaveLength(1);
    if (first.ok) await of(TENANT).disable(first.value);
    if (first.ok) await of(TENANT).enable(first.value);
  });

  it('are not taken from another tenant', async () => {
    await of(OTHER_TENANT).ensureGroup();
    expect(
      await of(OTHER_TENANT).invite({ email: 'petugas@dinas-uji.example', name: 'Petugas Uji' }),
    ).toEqual({
      ok: false,
      error: 'belongs-to-other-tenant',
    });
  });
});
