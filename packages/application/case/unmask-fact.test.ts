import { testPerson } from '@layan/testing/builders/people';
import { ultpkScene, valueIn } from '@layan/testing/scenes/ultpk-scene';
import { describe, expect, it } from 'vitest';
import { makeDropDocument } from '../filing/drop-document.ts';
import { makeSubmitFiling } from '../filing/submit-filing.ts';
import { caseSeal } from '../sealing/case-seal.ts';
import { makeGetCase } from './get-case.ts';
import { makeOpenDocument } from './open-document.ts';
import { makeUnmaskFact } from './unmask-fact.ts';

const reason = 'Mencocokkan dengan KTP di loket';

const filed = async () => {
  const scene = await ultpkScene();
  const { caseId } = await scene.file(1);
  const facts = async (member: (typeof scene.staff)['manager']) => {
    const view = valueIn(await makeGetCase(scene.ports)({ member, caseId }));
    return Object.fromEntries(view.facts.map((fact) => [fact.fact, fact]));
  };
  return { scene, caseId, facts };
};

describe('the facts of a case', () => {
  it('show identifiers by their last four digits to those who work on it, names and addresses whole', async () => {
    const { scene, facts } = await filed();
    const { nik, familyCardNumber, name } = testPerson(1);
    const shown = await facts(scene.staff.frontOffice);
    expect(shown.nik).toMatchObject({
      value: `${'•'.repeat(12)}${nik.slice(-4)}`,
      masked: true,
      unmaskable: true,
    });
    expect(shown.familyCardNumber?.value).toBe(`${'•'.repeat(12)}${familyCardNumber.slice(-4)}`);
    expect(shown.applicantName).toMatchObject({ value: name, masked: false, group: expect.any(String) });
    expect(shown.village?.value).toMatch(/^Kelurahan .+, Kecamatan .+/);
  });

  it('show specific data only to those whose turn it is', async () => {
    const { scene, facts } = await filed();
    expect((await facts(scene.staff.frontOffice)).helpNeeded).toMatchObject({ masked: false });
    expect((await facts(scene.staff.backOffice)).helpNeeded).toMatchObject({
      value: '••••',
      masked: true,
      unmaskable: false,
    });
  });

  it('hide names from the manager, who has no part in the work but may ask', async () => {
    const { scene, facts } = await filed();
    expect((await facts(scene.staff.manager)).applicantName).toMatchObject({
      value: '••••',
      unmaskable: true,
    });
  });
});

it('names the applicant in the head of the case only to those with a part in it', async () => {
  const { scene, caseId } = await filed();
  const applicant = async (member: (typeof scene.staff)['manager']) =>
    valueIn(await makeGetCase(scene.ports)({ member, caseId })).applicant;
  expect(await applicant(scene.staff.backOffice)).toBe(testPerson(1).name);
  expect(await applicant(scene.staff.manager)).toBe('nama disamarkan');
});

describe('a masked value', () => {
  it('is shown for a reason, after the reason was logged', async () => {
    const { scene, caseId } = await filed();
    const order: string[] = [];
    const { unmaskings, vault } = scene.ports;
    const ports = {
      ...scene.ports,
      unmaskings: {
        ...unmaskings,
        append: async (entry: Parameters<typeof unmaskings.append>[0]) => {
          order.push(`log ${entry.fact}`);
          return unmaskings.append(entry);
        },
      },
      vault: {
        ...vault,
        open: async (...input: Parameters<typeof vault.open>) => {
          order.push(`open ${input[1].field}`);
          return vault.open(...input);
        },
      },
    };
    const member = scene.staff.frontOffice;
    const shown = valueIn(await makeUnmaskFact(ports)({ member, caseId, fact: 'nik', reason }));
    expect(shown.value.replaceAll(' ', '')).toBe(testPerson(1).nik);
    expect(order).toEqual(['log nik', 'open nik']);
    const [noted] = await unmaskings.list(caseId);
    expect(noted).toMatchObject({ fact: 'nik', by: member.id, act: 'unmask-fact' });
    expect(JSON.stringify(noted)).not.toContain(reason);
    const { reason: why } = noted ?? {};
    const record = await scene.ports.cases.find(caseId);
    if (!record || typeof why !== 'object') throw new Error('a reason in clear');
    expect(await caseSeal(vault, record.key, caseId).openText('reason', why)).toBe(reason);
    expect(await scene.ports.audit.entries('unmasking', { limit: 9 })).toMatchObject([
      { act: { act: 'unmask-fact', about: caseId, detail: 'nik', reason: why } },
    ]);
  });

  it('is not shown when the log cannot be written', async () => {
    const { scene, caseId } = await filed();
    const unmaskings = {
      ...scene.ports.unmaskings,
      append: async () => {
        throw new Error('the log is down');
      },
    };
    const input = { member: scene.staff.frontOffice, caseId, fact: 'nik', reason };
    await expect(makeUnmaskFact({ ...scene.ports, unmaskings })(input)).rejects.toThrow('the log is down');
  });

  it.each(['', 'perlu', '          x         ', 'a  b  c  d', '\u200B'.repeat(12)])(
    'is not shown for the reason "%s"',
    async (short) => {
      const { scene, caseId } = await filed();
      const input = { member: scene.staff.frontOffice, caseId, fact: 'nik', reason: short };
      expect(await makeUnmaskFact(scene.ports)(input)).toMatchObject({
        error: { code: 'reason-too-short', atLeast: 10 },
      });
      expect(await scene.ports.unmaskings.list(caseId)).toEqual([]);
    },
  );

  it('is not there for facts that are open anyway, not told, or unknown', async () => {
    const { scene, caseId } = await filed();
    for (const fact of ['village', 'means', 'constructor', 'tidak-ada']) {
      const input = { member: scene.staff.frontOffice, caseId, fact, reason };
      expect(await makeUnmaskFact(scene.ports)(input)).toMatchObject({ error: { code: 'fact-not-found' } });
    }
  });
});

describe('a scan of a case', () => {
  it('opens by a link that says what it is, and opening it is logged', async () => {
    const { scene, caseId } = await filed();
    const member = scene.staff.frontOffice;
    const view = valueIn(await makeGetCase(scene.ports)({ member, caseId }));
    const documentId = view.documents[0]?.id;
    if (!documentId) throw new Error('no scan');
    const opened = valueIn(await makeOpenDocument(scene.ports)({ member, caseId, documentId }));
    expect(opened).toMatchObject({ contentType: 'image/png', url: expect.stringContaining(documentId) });
    expect(await scene.ports.unmaskings.list(caseId)).toMatchObject([{ fact: `document:${documentId}` }]);
  });

  it('is not found when the applicant took it out before sending', async () => {
    const scene = await ultpkScene();
    const session = await scene.ready(1);
    const wrong = await scene.send(session, 'family-card');
    valueIn(await makeDropDocument(scene.ports)({ session, documentId: wrong.documentId }));
    const { caseId } = valueIn(await makeSubmitFiling(scene.ports)({ session }));
    const member = scene.staff.frontOffice;
    expect(
      await makeOpenDocument(scene.ports)({ member, caseId, documentId: wrong.documentId }),
    ).toMatchObject({ error: { code: 'document-not-found' } });
    expect(await scene.ports.unmaskings.list(caseId)).toEqual([]);
  });

  it('is not found when it was not accepted, or belongs to another case', async () => {
    const { scene, caseId } = await filed();
    const session = await scene.start();
    const refused = await scene.send(session, 'family-card', new Uint8Array([1]));
    const other = await scene.send(session, 'family-card');
    const member = scene.staff.frontOffice;
    for (const { documentId } of [refused, other]) {
      expect(await makeOpenDocument(scene.ports)({ member, caseId, documentId })).toMatchObject({
        error: { code: 'document-not-found' },
      });
    }
  });
});
