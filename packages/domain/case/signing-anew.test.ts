// A letter is signed as it was drawn last: not by an older scan, in an older role, or under settings that came later.
import { describe, expect, test } from 'vitest';
import type { ExaminedUpload } from '../document/examined-upload.ts';
import type { Kept } from '../testing/a-case.ts';
import {
  aContext,
  after,
  clock,
  completing,
  document,
  keep,
  refusal,
  sha256,
  staff,
} from '../testing/a-case.ts';
import {
  chief,
  deputy,
  frozen,
  letterFile,
  letterOf,
  letterService,
  prepared,
  signatoryOf,
} from '../testing/a-letter-service.ts';
import type { By, CaseCommand } from './command.ts';
import { decide } from './decide.ts';

type Given = Extract<CaseCommand, { type: 'completeStep' }>['signature'];

const seal = { kind: 'seal', seal: 'segel' } as const;
const sign = (signature: Given, as?: string) =>
  completing('sign', 'sign', { ...(signature && { signature }), ...(as && { as }) });
const upload = (examined: Partial<ExaminedUpload>, number?: string) => ({
  kind: 'upload' as const,
  document: document(7),
  examined: { sha256: sha256('unggahan'), bytes: 900, ...examined },
  ...(number !== undefined && { number }),
});
const decided = (kept: Kept, command: CaseCommand, by: By) =>
  decide(letterService, kept.snapshot, command, aContext({ by }));

describe('the scan of a letter signed by hand', () => {
  const kept = prepared(frozen(), 'ink');
  const { id, number } = letterOf(kept);
  const refused = (given: Given) => refusal(decided(kept, sign(given), chief));

  test('is of the letter as it was drawn last', () => {
    expect(refused(upload({ codes: [id], of: sha256('sebelumnya') }))).toEqual({ code: 'upload-altered' });
    expect(refused(upload({ codes: [id], of: letterFile.sha256 }))).toBeUndefined();
  });

  test('is not the file that was drawn, which nobody has signed', () => {
    const given = upload({ sha256: letterFile.sha256, of: letterFile.sha256 }, number);
    expect(refused(given)).toEqual({ code: 'signature-missing', method: 'ink' });
  });
});

describe('who holds both the role and one that stands in', () => {
  test('signs in the one that the letter names, whichever they chose', () => {
    const both = staff('chief', ['head', 'deputy']);
    const kept = prepared(frozen());
    const signed = keep(letterService, decided(kept, sign(seal, 'deputy'), both), kept);
    const done = signed.events.findLast(({ body }) => body.type === 'stepCompleted');
    expect(done?.body).not.toHaveProperty('delegation');
  });
});

describe('who has another role since it was made out to them', () => {
  test('has it made out to them anew and drawn again', () => {
    const kept = prepared(frozen(), 'seal', signatoryOf(deputy.member, 'plh'));
    const promoted = staff('deputy', ['head']);
    expect(refusal(decided(kept, sign(seal), promoted))).toMatchObject({ code: 'role-missing' });
    const choose = { type: 'chooseSignatory', id: letterOf(kept).id, to: promoted.member } as const;
    const chosen = after(letterService, kept, choose, promoted);
    expect(letterOf(chosen).signatory).toEqual(signatoryOf(deputy.member));
    expect(letterOf(chosen).prepared).toBeUndefined();
  });
});

describe('a letter that says it is signed with a certificate of BSrE', () => {
  test('needs one, though the agency has set otherwise since', () => {
    const drawn = { type: 'prepareDocument', file: letterFile, method: 'certificate', bsre: true } as const;
    const waiting = frozen();
    const kept = after(
      letterService,
      waiting,
      { ...drawn, id: letterOf(waiting).id, signatory: signatoryOf(chief.member) },
      clock,
    );
    const by = (bsre: boolean) => {
      const found = { subject: 'Uji', issuer: 'CA Uji', valid: true, bsre };
      return refusal(decided(kept, sign(upload({ signatures: [found], matches: 'same' })), chief));
    };
    expect(by(false)).toEqual({ code: 'signature-invalid' });
    expect(by(true)).toBeUndefined();
  });
});
