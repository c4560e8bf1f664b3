import type { ExaminedUpload } from '@layan/domain/document/examined-upload';
import { ContentHash } from '@layan/domain/standard/content-hash';
import { aMember } from '@layan/testing/builders/a-tenant';
import { OTHER_AGENCY } from '@layan/testing/builders/ids';
import { aPng } from '@layan/testing/builders/scans';
import { type LetterFacts, letterDesk, letterId } from '@layan/testing/scenes/letter-desk';
import { valueIn } from '@layan/testing/scenes/ultpk-scene';
import { seededRandom } from '@layan/testing/seeded-random';
import { describe, expect, it } from 'vitest';
import { makeCheckDocument } from '../document/check-document.ts';
import type { Membership } from '../ports/staff.ts';
import { makePrepareLetterUpload } from './prepare-letter-upload.ts';

async function desk(facts: LetterFacts = { state: 'frozen', method: 'certificate' }) {
  const scene = await letterDesk(facts);
  const ports = { ...scene.tenant, clock: scene.clock, random: seededRandom('letters') };
  const prepare = (more: { member?: Membership; letter?: string } = {}) =>
    makePrepareLetterUpload(ports)({ member: scene.clerk, caseId: scene.caseId, letter: letterId, ...more });
  return { ...scene, ports, prepare };
}

describe('the signed copy of a letter', () => {
  it('is expected with the PDF it is to be compared with, and examined when it arrives', async () => {
    const { ports, prepare, caseId, prepared, tenant } = await desk();
    const { documentId, maxBytes } = valueIn(await prepare());
    expect(maxBytes).toBe(10 * 1024 * 1024);
    expect(await ports.documents.find(caseId, documentId)).toMatchObject({
      state: 'expected',
      requirement: 'signed:surat-uji',
      of: { document: letterId, prepared: prepared.sha256 },
    });
    const bytes = aPng();
    tenant.scans.arrive(caseId, documentId, bytes);
    const examined: ExaminedUpload = { sha256: ContentHash.parse('1'.repeat(64)), bytes: 3, codes: [] };
    const compared: (Uint8Array | undefined)[] = [];
    const examine = async ({ prepared: with_ }: { prepared?: Uint8Array }) => {
      compared.push(with_);
      return examined;
    };
    await makeCheckDocument({ ...ports, examine })({ caseId, documentId });
    expect(Buffer.from(compared[0] ?? []).toString()).toBe('%PDF-1.7 unsigned');
    expect(await ports.documents.find(caseId, documentId)).toMatchObject({
      state: 'accepted',
      examined: { ...examined, of: prepared.sha256 },
    });
  });

  it('has what is asked for at once where it is only practised', async () => {
    const { ports, caseId, clerk } = await desk();
    const by = { id: clerk.id, name: clerk.name };
    await ports.practice.save({ generation: 1, state: 'open', since: ports.clock.now(), by }, undefined);
    const space = await ports.openPractice(1);
    const id = valueIn(await (await desk()).prepare()).documentId;
    const of = { document: letterId, prepared: ContentHash.parse('2'.repeat(64)) };
    const requirement = 'signed:surat-uji';
    const createdAt = ports.clock.now();
    await space.documents.expect({ id, caseId, requirement, state: 'expected', of, createdAt });
    expect(await space.documents.find(caseId, id)).toMatchObject({
      state: 'accepted',
      examined: { of: of.prepared, matches: 'same', codes: [letterId], signatures: [{ valid: true }] },
    });
  });
});

describe('a signed copy is not expected', () => {
  it.each([
    ['of a letter that was not drawn yet', { state: 'frozen', undrawn: true }],
    ['of a letter that was signed already', { state: 'active' }],
    ['of a letter that was cancelled', { state: 'cancelled' }],
  ] as const)('%s', async (_what, facts) => {
    const { prepare } = await desk({ method: 'ink', ...facts });
    expect(await prepare()).toEqual({
      ok: false,
      error: { code: 'case-rejected', rejection: { code: 'document-not-ready', product: 'Surat Uji' } },
    });
  });

  it('of another document, from another agency, or from who may not do the step that signs', async () => {
    const { prepare } = await desk();
    expect(await prepare({ letter: 'x' })).toEqual({ ok: false, error: { code: 'document-not-found' } });
    const elsewhere = aMember(2, { agency: OTHER_AGENCY });
    expect(await prepare({ member: elsewhere })).toEqual({ ok: false, error: { code: 'case-not-found' } });
    const other = aMember(3, { roles: ['back-office'] });
    expect((await prepare({ member: other })).ok).toBe(false);
  });
});
