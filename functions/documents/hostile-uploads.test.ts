// What strangers send goes through the check as it is deployed; only tables and buckets are in memory.
import { maxScanBytes, maxSignedBytes } from '@layan/domain/document/scan';
import { CaseId, DocumentId, InstantText, TenantId } from '@layan/domain/kernel/ids';
import { ContentHash } from '@layan/domain/standard/content-hash';
import { lookInside } from '@layan/examination/pdf/look-inside';
import { createLogger } from '@layan/observability/logger';
import { aJpeg, aPdf } from '@layan/testing/builders/scans';
import { bomb, harmlessPdfs, hostileUploads, pdfStream } from '@layan/testing/hostile/uploads';
import { memoryPlatform } from '@layan/testing/memory/memory-tenant';
import { beforeAll, describe, expect, it } from 'vitest';
import { createCheck } from './check.ts';

const tenant = TenantId.parse('kota-contoh');
const caseId = CaseId.parse(`${'0'.repeat(25)}1`);
const documentId = DocumentId.parse(`${'0'.repeat(25)}2`);

interface Sent {
  readonly state: string | undefined;
  readonly rejection?: string | undefined;
  readonly contentType?: string | undefined;
  /** What anybody can read of it afterwards. */
  readonly kept: Buffer | undefined;
  readonly before: Buffer | undefined;
  readonly left: boolean;
  readonly lines: string;
}

/** `signed`: as the signed copy of a letter, which may be larger. */
async function sent(bytes: Uint8Array, signed = false): Promise<Sent> {
  const platform = memoryPlatform();
  const ports = platform.open(tenant);
  const lines: string[] = [];
  const check = createCheck({
    open: platform.open,
    lookInside,
    examine: async () => ({ sha256: ContentHash.parse('0'.repeat(64)), bytes: bytes.length }),
    logger: createLogger('documents', (line) => lines.push(line)),
    metrics: { count: () => {} },
  });
  const createdAt = InstantText.parse('2026-02-04T02:00:00.000Z');
  const of = { document: 'letter', prepared: ContentHash.parse('0'.repeat(64)) };
  const expected = { id: documentId, caseId, requirement: 'identity-card', state: 'expected' } as const;
  await ports.documents.expect({ ...expected, ...(signed && { of }), createdAt });
  await ports.scans.prepareUpload({ caseId, documentId, maxBytes: maxSignedBytes });
  ports.scans.arrive(caseId, documentId, bytes);
  const readable = () => {
    const accepted = ports.scans.accepted(caseId, documentId);
    return accepted && Buffer.from(accepted.bytes);
  };
  const before = readable();
  const key = `incoming/${tenant}/${caseId}/${documentId}`;
  await check({ 'detail-type': 'Object Created', detail: { object: { key } } });
  const record = await ports.documents.find(caseId, documentId);
  const incoming = await ports.scans.readIncoming(caseId, documentId);
  return {
    state: record?.state,
    rejection: record?.rejection,
    contentType: record?.contentType,
    kept: readable(),
    before,
    left: incoming.ok,
    lines: lines.join(),
  };
}

const typeOf: Readonly<Record<number, string>> = {
  37: 'application/pdf',
  137: 'image/png',
  255: 'image/jpeg',
};

const refusals = hostileUploads.filter(({ refused }) => refused !== undefined);
const carriers = hostileUploads.filter(({ without }) => without !== undefined);

describe('what is sent instead of a photo', () => {
  beforeAll(() => {
    console.log(`R12: ${refusals.length + carriers.length} hostile files, ${refusals.length} to be refused.`);
  });

  it.each(refusals)('is refused and readable for nobody: $name', async ({ bytes, refused }) => {
    const { state, rejection, kept, left, lines } = await sent(bytes);
    expect({ state, rejection }).toEqual({ state: 'rejected', rejection: refused });
    expect(kept).toBeUndefined();
    expect(left).toBe(false);
    expect(lines).toContain('L102');
    expect(lines).not.toContain('<script');
  });

  it.each(carriers)('is kept without what hangs on it: $name', async ({ bytes, without = [] }) => {
    const { state, contentType, kept, before } = await sent(bytes);
    expect(state).toBe('accepted');
    expect(before).toBeUndefined();
    expect(contentType).toBe(typeOf[bytes[0] ?? 0]);
    if (contentType === 'application/pdf') expect(kept).toHaveLength(bytes.length);
    for (const hidden of without) expect(kept?.toString('latin1').includes(hidden), hidden).toBe(false);
    for (const hidden of without)
      expect(Buffer.from(bytes).toString('latin1').includes(hidden), hidden).toBe(true);
  });

  it.each(Object.entries(harmlessPdfs))('is kept when it is a PDF %s', async (_name, bytes) => {
    const { state, contentType, kept } = await sent(bytes);
    expect({ state, contentType }).toEqual({ state: 'accepted', contentType: 'application/pdf' });
    expect(kept?.equals(Buffer.from(bytes))).toBe(true);
  });
});

/** A PDF of exactly so many bytes. */
const sized = (length: number): Uint8Array => {
  const fill = (count: number) => aPdf({ objects: `%${'x'.repeat(count)}\n` });
  const first = fill(length - aPdf().length - 4);
  return fill(length - aPdf().length - 4 + (length - first.length));
};

describe('the size of what is sent', () => {
  it.each<[string, number, boolean, string]>([
    ['as large as a scan may be', maxScanBytes, false, 'accepted'],
    ['a byte more', maxScanBytes + 1, false, 'rejected'],
    ['as large as a signed letter may be', maxSignedBytes, true, 'accepted'],
  ])('is judged to the byte: %s', async (_what, length, signed, state) => {
    const bytes = sized(length);
    expect(bytes.length).toBe(length);
    expect((await sent(bytes, signed)).state).toBe(state);
  });

  it('is held by what object storage was told: nothing at all, and more than was signed, do not arrive', async () => {
    await expect(sent(new Uint8Array())).rejects.toThrow('size');
    await expect(sent(new Uint8Array(maxSignedBytes + 1), true)).rejects.toThrow('size');
  });

  it('is judged by the content of a signed letter too', async () => {
    const objects = pdfStream(5, '/Filter /FlateDecode', bomb(1024));
    expect(await sent(aPdf({ objects }), true)).toMatchObject({ state: 'rejected', kept: undefined });
  });
});

describe('which way is up', () => {
  it.each([2, 3, 6, 8])('stays with the picture, and nothing else of the camera: %i', async (orientation) => {
    const { kept } = await sent(aJpeg({ orientation }));
    const at = kept?.indexOf('Exif') ?? -1;
    expect(kept?.subarray(at + 6 + 8 + 2 + 8, at + 6 + 8 + 2 + 10)).toEqual(Buffer.from([0, orientation]));
    expect(kept?.indexOf('GPS')).toBe(-1);
  });
});
