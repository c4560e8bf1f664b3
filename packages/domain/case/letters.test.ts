import { describe, expect, test } from 'vitest';
import type { ExaminedUpload } from '../document/examined-upload.ts';
import type { Kept } from '../testing/a-case.ts';
import {
  aContext,
  after,
  at,
  clock,
  completing,
  document,
  keep,
  refusal,
  secret,
  sha256,
  staff,
} from '../testing/a-case.ts';
import {
  aLetterService,
  chief,
  deputy,
  frozen,
  initialled,
  letterFile,
  letterOf,
  letterService,
  prepared,
  secretary,
  signatoryOf,
  writer,
} from '../testing/a-letter-service.ts';
import { availableActions } from './available.ts';
import type { By, CaseCommand, StaffMember } from './command.ts';
import { decide } from './decide.ts';
import type { DecideContext } from './turn.ts';
import { verifyChain } from './verify-chain.ts';

const seal = { kind: 'seal', seal: 'segel' } as const;
const note = secret('v1.alasan');
const decided = (kept: Kept, command: CaseCommand, by: By, more: Partial<DecideContext> = {}) =>
  decide(letterService, kept.snapshot, command, aContext({ by, ...more }));
const no = (kept: Kept, command: CaseCommand, by: By, more: Partial<DecideContext> = {}) =>
  refusal(decided(kept, command, by, more));
const sign = (signature: Extract<CaseCommand, { type: 'completeStep' }>['signature'] = seal) =>
  completing('sign', 'sign', { ...(signature && { signature }) });
const doneBy = (kept: Kept, command: CaseCommand, by: By, more: Partial<DecideContext> = {}) =>
  keep(letterService, decided(kept, command, by, more), kept);
const typesAfter = (kept: Kept, from: number) => kept.events.slice(from).map(({ body }) => body.type);

describe('freezing a letter', () => {
  test('gives it a number of the register of the agency, with class and unit, and a date', () => {
    const asked: string[] = [];
    const nextPlace = (register: string) => {
      asked.push(register);
      return { year: 2026, sequence: 12 };
    };
    const kept = doneBy(initialled(), completing('initial', 'initial'), secretary, { nextPlace });
    expect(letterOf(kept)).toMatchObject({
      state: 'frozen',
      number: '400.9.14/012/427.64/VII/2026',
      place: { year: 2026, sequence: 12, register: 'surat-keluar' },
      date: '2026-07-06',
    });
    expect(asked).toEqual(['surat-keluar']);
    expect(verifyChain(kept.events, sha256)).toMatchObject({ ok: true });
  });

  test('is refused while a placeholder that stands has no value, and nothing of the step happens', () => {
    const married = aLetterService({ body: [{ paragraph: '{name} dan {partner}, {story|upper}' }] });
    const kept = initialled(married);
    expect(
      refusal(decide(married, kept.snapshot, completing('initial', 'initial'), aContext({ by: secretary }))),
    ).toEqual({ code: 'letter-values-missing', product: 'letter', facts: ['partner', 'story'] });
  });

  test('asks for no value of a part that does not stand', () => {
    const table = [{ label: 'Pasangan', value: '{partner}' }];
    const parts = aLetterService({ body: [{ table, when: { fact: 'married', is: true } }] });
    expect(letterOf(frozen(parts)).state).toBe('frozen');
  });

  test('is refused when the number needs the unit code and the agency has none', () => {
    expect(no(initialled(), completing('initial', 'initial'), secretary, { letters: {} })).toEqual({
      code: 'unit-code-missing',
      product: 'letter',
    });
  });
});

describe('signing a letter', () => {
  test('waits until it was drawn', () => {
    const expected = { code: 'document-not-ready', product: 'Surat Rekomendasi' };
    expect(no(frozen(), sign(), chief)).toEqual(expected);
    const offered = availableActions(letterService, frozen().snapshot, chief);
    expect(offered).toContainEqual(
      expect.objectContaining({ outcome: 'sign', allowed: false, reason: expected }),
    );
    expect(offered).toContainEqual(expect.objectContaining({ outcome: 'redo', allowed: true }));
  });

  test('with the seal issues it, keeps the promise and says until when it is good', () => {
    const before = prepared(frozen());
    const kept = after(letterService, before, sign(), chief);
    expect(typesAfter(kept, before.events.length)).toEqual([
      'stepCompleted',
      'documentSigned',
      'productChanged',
      'promiseKept',
      'caseEnded',
    ]);
    expect(letterOf(kept)).toMatchObject({
      state: 'active',
      signature: { method: 'seal', seal: 'segel', file: letterFile },
      validUntil: at('2027-01-06 23:59'),
    });
    expect(kept.snapshot.promises[0]?.state).toBe('kept');
  });

  test('is for who it is made out to', () => {
    const kept = prepared(frozen());
    expect(no(kept, sign(), deputy)).toEqual({ code: 'other-signatory', name: chief.member.name });
    expect(no(kept, sign(), writer)).toEqual({ code: 'role-missing', role: 'head' });
  });

  test('needs the signature', () => {
    const unsigned = completing('sign', 'sign');
    expect(no(prepared(frozen()), unsigned, chief)).toEqual({ code: 'signature-missing', method: 'seal' });
    expect(no(prepared(frozen(), 'ink'), sign(), chief)).toEqual({
      code: 'signature-missing',
      method: 'ink',
    });
  });

  test('is never done by who wrote the draft, also when they stand in', () => {
    const both = staff('writer', ['officer', 'deputy']);
    expect(no(prepared(frozen(), 'seal', signatoryOf(both.member, 'plh')), sign(), both)).toEqual({
      code: 'own-work',
      step: 'draft',
    });
  });

  test('by who stands in is recorded as the document says it', () => {
    const kept = after(
      letterService,
      prepared(frozen(), 'seal', signatoryOf(deputy.member, 'plh')),
      sign(),
      deputy,
    );
    const [done] = kept.events.filter(({ body }) => body.type === 'stepCompleted').slice(-1);
    expect(done?.body).toMatchObject({ delegation: { role: 'deputy', as: 'plh' } });
  });
});

const upload = (examined: Partial<ExaminedUpload>, number?: string) => ({
  kind: 'upload' as const,
  document: document(7),
  examined: { sha256: sha256('unggahan'), bytes: 900, ...examined },
  ...(number !== undefined && { number }),
});
const signature = { subject: 'Uji', issuer: 'CA Uji', valid: true, bsre: false };

describe('a letter that was signed outside', () => {
  const kept = prepared(frozen(), 'certificate');

  test('is taken with its certificate when it says the same', () => {
    const signed = after(
      letterService,
      kept,
      sign(upload({ signatures: [signature], matches: 'same' })),
      chief,
    );
    expect(letterOf(signed).signature).toEqual({
      method: 'certificate',
      file: { sha256: sha256('unggahan'), bytes: 900 },
      certificate: { subject: 'Uji', issuer: 'CA Uji' },
      document: document(7),
    });
  });

  const broken = { ...signature, valid: false };
  const same = { signatures: [signature], matches: 'same' as const };
  const refused: readonly (readonly [string, Partial<ExaminedUpload>, string])[] = [
    ['no signature', {}, 'signature-invalid'],
    ['a signature that does not hold', { ...same, signatures: [broken] }, 'signature-invalid'],
    [
      'one that does not hold among others',
      { ...same, signatures: [broken, signature] },
      'signature-invalid',
    ],
    ['another content', { ...same, matches: 'altered' }, 'upload-altered'],
    ['nothing compared', { signatures: [signature] }, 'upload-altered'],
    ['what was prepared before', { ...same, of: sha256('lama') }, 'upload-altered'],
    ['the code of another document', { ...same, codes: ['lain'] }, 'other-document'],
  ];
  test.each(refused)('is refused with %s', (_what, examined, code) => {
    expect(no(kept, sign(upload(examined)), chief)).toMatchObject({ code });
  });

  test('needs a signature of BSrE where the agency signs with such', () => {
    const letters = { unitCode: '427.64', bsre: true as const };
    const by = (bsre: boolean) => sign(upload({ signatures: [{ ...signature, bsre }], matches: 'same' }));
    expect(no(kept, by(false), chief, { letters })).toEqual({ code: 'signature-invalid' });
    expect(no(kept, by(true), chief, { letters })).toBeUndefined();
  });
});

describe('a letter that was signed by hand', () => {
  const kept = prepared(frozen(), 'ink');
  const { id, number = '' } = letterOf(kept);

  test('is taken as a scan that shows its code', () => {
    const signed = after(letterService, kept, sign(upload({ codes: [id] })), chief);
    expect(letterOf(signed).signature).toMatchObject({ method: 'ink', document: document(7) });
  });

  test('is refused as a scan of another document', () => {
    expect(no(kept, sign(upload({ codes: ['lain'] }, number)), chief)).toEqual({ code: 'other-document' });
  });

  test('without a readable code is taken when somebody reads its number off', () => {
    expect(no(kept, sign(upload({})), chief)).toEqual({ code: 'number-unconfirmed', number });
    expect(no(kept, sign(upload({}, '1/2')), chief)).toEqual({ code: 'number-unconfirmed', number });
    expect(no(kept, sign(upload({}, ` ${number} `)), chief)).toBeUndefined();
  });
});

test('what somebody outside signed is taken as a scan or as a signed file, by who enters it', () => {
  const outside = aLetterService({ signatory: { office: 'Bupati', outside: true } });
  const kept = prepared(frozen(outside), 'ink', undefined);
  const by = (given: ReturnType<typeof upload>) =>
    keep(outside, decide(outside, kept.snapshot, sign(given), aContext({ by: chief })), kept);
  expect(letterOf(by(upload({ codes: [letterOf(kept).id] }))).signature?.method).toBe('ink');
  const file = upload({ signatures: [signature], matches: 'same' });
  expect(letterOf(by(file)).signature?.method).toBe('certificate');
});

describe('a letter that is not signed', () => {
  test('is cancelled with note and reason when it goes back, and the next one gets a new number', () => {
    const returned = after(letterService, prepared(frozen()), completing('sign', 'redo', { note }), chief);
    expect(letterOf(returned)).toMatchObject({
      state: 'cancelled',
      cancelled: { note, reason: 'Pilih redo' },
    });
    const again = frozenAgain(returned);
    expect(again.snapshot.products.map(({ state, number }) => [state, number])).toEqual([
      ['cancelled', '400.9.14/001/427.64/VII/2026'],
      ['frozen', '400.9.14/002/427.64/VII/2026'],
    ]);
  });

  test('is cancelled when the case ends, with the ending as the reason', () => {
    const kept = after(letterService, frozen(), { type: 'interrupt', interruption: 'close', note }, chief);
    expect(kept.snapshot.ended?.ending).toBe('withdrawn');
    expect(letterOf(kept)).toMatchObject({ state: 'cancelled', cancelled: { reason: 'Ditarik pemohon' } });
  });
});

const frozenAgain = (returned: Kept): Kept => {
  const context = { nextPlace: () => ({ year: 2026, sequence: 2 }), newId: () => 'produk-2' };
  const drafted = doneBy(
    returned,
    completing('draft', 'written', { facts: { result: 'poor', size: 2 } }),
    writer,
  );
  const passed = doneBy(drafted, completing('review', 'pass'), staff('section', ['section']));
  return doneBy(passed, completing('initial', 'initial'), secretary, context);
};

describe('preparing a document', () => {
  const command = (kept: Kept, id = letterOf(kept).id): CaseCommand => ({
    type: 'prepareDocument',
    id,
    file: letterFile,
    method: 'seal',
  });

  test('happens once', () => {
    const kept = prepared(frozen());
    expect(decided(kept, command(kept), clock)).toEqual({ ok: true, value: [] });
  });

  test('is for the system, on a document that there is', () => {
    const kept = frozen();
    expect(no(kept, command(kept), chief)).toEqual({ code: 'role-missing', role: 'system' });
    expect(no(kept, command(kept, 'lain'), clock)).toEqual({
      code: 'unknown-product',
      id: 'lain',
    });
  });
});

describe('making a letter out to somebody else', () => {
  const kept = prepared(frozen());
  const { id } = letterOf(kept);
  const choose = (to: { readonly member: StaffMember }): CaseCommand => ({
    type: 'chooseSignatory',
    id,
    to: to.member,
  });

  test('has it drawn anew under the same number', () => {
    const chosen = after(letterService, kept, choose(deputy), chief);
    expect(letterOf(chosen)).toMatchObject({
      state: 'frozen',
      number: letterOf(kept).number,
      signatory: signatoryOf(deputy.member, 'plh'),
    });
    expect(letterOf(chosen).prepared).toBeUndefined();
    expect(no(chosen, sign(), deputy)).toMatchObject({ code: 'document-not-ready' });
  });

  test('is for those who may sign, and to those who may', () => {
    expect(no(kept, choose(deputy), writer)).toEqual({ code: 'role-missing', role: 'head' });
    expect(no(kept, choose(writer), chief)).toEqual({ code: 'assignee-refused', name: writer.member.name });
    expect(decided(kept, choose(chief), deputy)).toEqual({ ok: true, value: [] });
  });

  test('comes too late once it was signed', () => {
    const ended = after(letterService, kept, sign(), chief);
    expect(no(ended, choose(deputy), chief)).toEqual({ code: 'case-ended', ending: 'granted' });
  });
});

describe('a tier that nobody can do', () => {
  const drafted = () => {
    const returned = after(letterService, frozen(), completing('sign', 'redo', { note }), chief);
    return doneBy(returned, completing('draft', 'written', { facts: { result: 'poor', size: 2 } }), writer);
  };
  const skip = (step: string, why: 'vacant' | 'away'): CaseCommand => ({ type: 'skipTier', step, why });

  test('is passed by the system where the standard says so, and the history says why', () => {
    const kept = after(letterService, drafted(), skip('review', 'away'), clock);
    expect(kept.events.at(-1)).toMatchObject({
      by: { party: 'system' },
      body: { step: 'review', outcome: 'pass', skipped: 'away' },
    });
    expect(kept.snapshot.tasks.map(({ step }) => step)).toEqual(['initial']);
  });

  test('freezes the letter when it is the last before the signature', () => {
    const passed = after(letterService, drafted(), skip('review', 'vacant'), clock);
    const nextPlace = () => ({ year: 2026, sequence: 2 });
    expect(letterOf(doneBy(passed, skip('initial', 'vacant'), clock, { nextPlace })).state).toBe('frozen');
  });

  test('is not passed for another reason than the standard names, by anybody else, nor when it signs', () => {
    const passed = after(letterService, drafted(), skip('review', 'away'), clock);
    expect(no(passed, skip('initial', 'away'), clock)).toEqual({ code: 'tier-not-skipped', step: 'initial' });
    expect(no(passed, skip('initial', 'vacant'), chief)).toEqual({ code: 'role-missing', role: 'system' });
    expect(no(prepared(frozen()), skip('sign', 'vacant'), clock)).toEqual({
      code: 'tier-not-skipped',
      step: 'sign',
    });
    expect(no(passed, skip('review', 'away'), clock)).toMatchObject({ code: 'step-not-active' });
  });
});
