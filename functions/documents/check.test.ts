import { createHash } from 'node:crypto';
import type { DocumentRecord } from '@layan/application/ports/documents';
import { CaseId, DocumentId, InstantText, TenantId } from '@layan/domain/kernel/ids';
import { ContentHash } from '@layan/domain/standard/content-hash';
import { createLogger } from '@layan/observability/logger';
import { aTenant } from '@layan/testing/builders/a-tenant';
import { memoryPlatform } from '@layan/testing/memory/memory-tenant';
import { describe, expect, it } from 'vitest';
import { createCheck } from './check.ts';

const tenant = TenantId.parse('kota-contoh');
const caseId = CaseId.parse(`${'0'.repeat(25)}1`);
const documentId = DocumentId.parse(`${'0'.repeat(25)}2`);
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const arrived = (key: string) => ({ 'detail-type': 'Object Created', detail: { object: { key } } });
const ownKey = `incoming/${tenant}/${caseId}/${documentId}`;

function aCheck() {
  const platform = memoryPlatform();
  const lines: string[] = [];
  const counted: unknown[] = [];
  const check = createCheck({
    open: platform.open,
    examine: async ({ bytes, prepared }) => ({
      sha256: ContentHash.parse('0'.repeat(64)),
      bytes: bytes.length,
      codes: [String(prepared?.length ?? 'nothing prepared')],
    }),
    lookInside: async () => undefined,
    logger: createLogger('documents', (line) => lines.push(JSON.parse(line).code)),
    metrics: { count: (...figure) => counted.push(figure) },
  });
  return { platform, lines, counted, check, ports: platform.open(tenant) };
}

async function expecting(
  ports: ReturnType<typeof aCheck>['ports'],
  bytes: Uint8Array,
  of?: DocumentRecord['of'],
) {
  const createdAt = InstantText.parse('2026-02-04T02:00:00.000Z');
  await ports.documents.expect({
    id: documentId,
    caseId,
    requirement: 'identity-card',
    state: 'expected',
    ...(of && { of }),
    createdAt,
  });
  await ports.scans.prepareUpload({ caseId, documentId, maxBytes: 1_000_000 });
  ports.scans.arrive(caseId, documentId, bytes);
}

describe('checking a scan that arrived', () => {
  it('accepts a picture of the tenant its key names', async () => {
    const { check, ports, lines } = aCheck();
    await expecting(ports, png);
    await check(arrived(ownKey));
    expect(await ports.documents.find(caseId, documentId)).toMatchObject({
      state: 'accepted',
      contentType: 'image/png',
    });
    expect(lines).toEqual(['L101']);
  });

  it('rejects what is no picture, and counts it', async () => {
    const { check, ports, lines, counted } = aCheck();
    await expecting(ports, Buffer.from('<svg onload="alert(1)"/>'));
    await check(arrived(ownKey));
    expect(await ports.documents.find(caseId, documentId)).toMatchObject({
      state: 'rejected',
      rejection: 'unknown-type',
    });
    expect(lines).toEqual(['L102']);
    expect(counted).toEqual([['ScansRefused', 1, tenant]]);
  });

  it('looks closely at what is to be the signed copy of a letter, and keeps it by its content', async () => {
    const { check, ports, platform } = aCheck();
    const { sha256: prepared } = await ports.letters.keep({ caseId, bytes: Buffer.from('%PDF prepared') });
    await expecting(ports, png, { document: 'letter', prepared });
    await check(arrived(ownKey));
    expect(await ports.documents.find(caseId, documentId)).toMatchObject({
      state: 'accepted',
      examined: { bytes: png.length, of: prepared, codes: ['13'] },
    });
    const hash = createHash('sha256').update(png).digest('hex');
    expect(platform.open(tenant).letters.kept(hash)).toMatchObject({ contentType: 'image/png' });
  });

  it('changes nothing when the event is delivered again', async () => {
    const { check, ports, lines } = aCheck();
    await expecting(ports, png);
    await check(arrived(ownKey));
    await check(arrived(ownKey));
    expect(await ports.documents.find(caseId, documentId)).toMatchObject({ state: 'accepted' });
    expect(lines).toEqual(['L101']);
  });

  it.each<[string, Uint8Array]>([
    ['accepted', png],
    ['rejected', Buffer.from('no picture')],
  ])('leaves a scan %s as it is, however often its event comes, also at once', async (state, bytes) => {
    const { check, ports, counted } = aCheck();
    await expecting(ports, bytes);
    await Promise.all([check(arrived(ownKey)), check(arrived(ownKey))]);
    const first = await ports.documents.find(caseId, documentId);
    expect(first).toMatchObject({ state });
    await check(arrived(ownKey));
    // What is sent there later by the same form is not looked at: the scan was judged.
    ports.scans.arrive(caseId, documentId, state === 'accepted' ? Buffer.from('no picture') : png);
    await check(arrived(ownKey));
    expect(await ports.documents.find(caseId, documentId)).toEqual(first);
    expect(counted.length).toBeLessThanOrEqual(1);
  });

  it('takes nothing in for a government that has closed', async () => {
    const { check, ports, lines } = aCheck();
    await ports.directory.save(aTenant({ id: tenant, state: 'closed' }));
    await expecting(ports, png);
    await check(arrived(ownKey));
    expect(await ports.documents.find(caseId, documentId)).toMatchObject({ state: 'expected' });
    expect(lines).toEqual(['L103']);
  });

  it('touches no other tenant, even for the same case and document id', async () => {
    const { check, ports, platform, lines } = aCheck();
    await expecting(ports, png);
    await check(arrived(`incoming/kab-contoh/${caseId}/${documentId}`));
    expect(await ports.documents.find(caseId, documentId)).toMatchObject({ state: 'expected' });
    const other = platform.open(TenantId.parse('kab-contoh'));
    expect(await other.documents.find(caseId, documentId)).toBeUndefined();
    expect(lines).toEqual(['L103']);
  });

  it.each([
    ['accepted scans', `accepted/${tenant}/${caseId}/${documentId}`],
    ['a deeper key', `${ownKey}/x`],
    ['a tenant that cannot be', `incoming/Kota/${caseId}/${documentId}`],
    ['a case that cannot be', `incoming/${tenant}/case/${documentId}`],
  ])('opens nothing for %s', async (_what, key) => {
    const { check, lines } = aCheck();
    await check(arrived(key));
    expect(lines).toEqual(['L103']);
  });

  it('fails loudly on an event of another shape, so that it is kept for a person', async () => {
    const { check } = aCheck();
    await expect(check({ detail: {} })).rejects.toThrow();
  });
});
