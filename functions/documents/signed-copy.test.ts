import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { CaseId, DocumentId, InstantText, TenantId } from '@layan/domain/kernel/ids';
import { aLetter } from '@layan/examination/fixtures/a-letter';
import { aSigner } from '@layan/examination/fixtures/a-signer';
import { signPdf } from '@layan/examination/fixtures/sign-pdf';
import { lookInside } from '@layan/examination/pdf/look-inside';
import { createLogger } from '@layan/observability/logger';
import { memoryPlatform } from '@layan/testing/memory/memory-tenant';
import { describe, expect, it } from 'vitest';
import { createCheck } from './check.ts';
import { examineLate } from './examine-late.ts';

const tenant = TenantId.parse('kota-contoh');
const caseId = CaseId.parse(`${'0'.repeat(25)}1`);
const documentId = DocumentId.parse(`${'0'.repeat(25)}2`);

/** From where the package lies: beside the bundle it is a file of its own. */
const inExamination = createRequire(new URL('../../packages/examination/package.json', import.meta.url));
const wasm = () => readFileSync(inExamination.resolve('zxing-wasm/reader/zxing_reader.wasm'));

/** What became of a file that came back for this letter. */
async function broughtBack(prepared: Uint8Array, bytes: Uint8Array) {
  const platform = memoryPlatform();
  const ports = platform.open(tenant);
  const check = createCheck({
    open: platform.open,
    examine: examineLate(wasm),
    lookInside,
    logger: createLogger('documents', () => {}),
    metrics: { count: () => {} },
  });
  const { sha256 } = await ports.letters.keep({ caseId, bytes: prepared });
  const createdAt = InstantText.parse('2026-02-04T02:00:00.000Z');
  const of = { document: 'letter', prepared: sha256 };
  const requirement = 'signed:letter';
  await ports.documents.expect({ id: documentId, caseId, requirement, state: 'expected', of, createdAt });
  await ports.scans.prepareUpload({ caseId, documentId, maxBytes: 10_000_000 });
  ports.scans.arrive(caseId, documentId, bytes);
  const key = `incoming/${tenant}/${caseId}/${documentId}`;
  await check({ 'detail-type': 'Object Created', detail: { object: { key } } });
  const record = await ports.documents.find(caseId, documentId);
  const hash = record?.examined?.sha256;
  return { record, sha256, kept: hash === undefined ? undefined : ports.letters.kept(hash) };
}

describe('what comes back for a letter', () => {
  it('signed, is kept to the byte, with who signed it and that it is the same letter', async () => {
    const prepared = await aLetter();
    const signed = await signPdf(prepared, await aSigner());
    const { record, kept, sha256 } = await broughtBack(prepared, signed);
    expect(record).toMatchObject({
      state: 'accepted',
      examined: { matches: 'same', of: sha256, bytes: signed.length, signatures: [{ valid: true }] },
    });
    expect(Buffer.compare(kept?.bytes ?? new Uint8Array(), signed)).toBe(0);
  });

  it('signed rightly but saying something else, is found out', async () => {
    const signed = await signPdf(await aLetter({ body: 'Bantuan sebesar Rp900.000' }), await aSigner());
    const { record } = await broughtBack(await aLetter(), signed);
    expect(record?.examined).toMatchObject({ matches: 'altered', signatures: [{ valid: true }] });
  });

  it('unsigned, is a scan without a code', async () => {
    const prepared = await aLetter();
    const { record } = await broughtBack(prepared, prepared);
    expect(record?.examined).toMatchObject({ codes: [] });
    expect(record?.examined).not.toHaveProperty('signatures');
  });
});
