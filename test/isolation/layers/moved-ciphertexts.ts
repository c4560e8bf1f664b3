// Sealed values in places where they were not sealed: another field, another person's case.
import { factViews } from '@layan/application/case/fact-views';
import type { Vault } from '@layan/application/ports/vault';
import { caseSeal } from '@layan/application/sealing/case-seal';
import { CaseId } from '@layan/domain/kernel/ids';
import { indexOf } from '@layan/domain/process/process-index';
import { type Lab, OWN } from './lab.ts';
import type { Attack } from './wall.ts';

const nowhere = CaseId.parse('0'.repeat(26));

/** A vault that forgets to bind a value to its field. */
const withoutFields = (vault: Vault): Vault => ({
  ...vault,
  seal: (key, { caseId }, value) => vault.seal(key, { caseId, field: 'any' }, value),
  open: (key, { caseId }, sealed) => vault.open(key, { caseId, field: 'any' }, sealed),
});

/** One that forgets the case. */
const withoutCases = (vault: Vault): Vault => ({
  ...vault,
  newKey: () => vault.newKey(nowhere),
  seal: (key, { field }, value) => vault.seal(key, { caseId: nowhere, field }, value),
  open: (key, { field }, sealed) => vault.open(key, { caseId: nowhere, field }, sealed),
});

const vaultOf = (lab: Lab) => lab.portsOf('staff-api', 'staff', OWN).vault;
const NIK = JSON.stringify('3574'.padEnd(16, '1'));

export const movedToAnotherField: Attack = {
  name: 'Somebody who can write into the table puts the sealed NIK where the name stands, which more people may read.',
  walls: [
    {
      layer: 'place',
      refuses: /tidak terbaca|^••••$/,
      bug: 'Values are not bound to their field.',
      remove: 'field',
    },
    {
      layer: 'masking',
      refuses: /^••••$/,
      bug: 'Who looks is somebody with a part in the case, who may ask for the NIK itself.',
      remove: 'clerk',
    },
  ],
  attempt: async (lab) => {
    const { record, cast, office } = lab.own;
    const { snapshot, key } = record;
    const vault = lab.bugs.has('field') ? withoutFields(vaultOf(lab)) : vaultOf(lab);
    const nik = await vault.seal(key, { caseId: snapshot.id, field: 'nik' }, NIK);
    const moved = { ...snapshot, facts: { ...snapshot.facts, headName: nik } };
    const views = await factViews(
      {
        ...{ index: indexOf(office.services.claims.process), snapshot: moved },
        ...{ seal: caseSeal(vault, key, snapshot.id), placeName: (code: string) => code },
      },
      cast(lab.bugs.has('field') && !lab.bugs.has('clerk') ? 'manager' : 'frontOffice'),
    );
    return views.find(({ fact }) => fact === 'headName')?.value ?? 'no such fact';
  },
  through: /^\d{16}$/,
};

export const movedToAnotherCase: Attack = {
  name: 'The sealed NIK of one person is put into the case of another, to be read by whoever works on that.',
  walls: [
    {
      layer: 'place',
      refuses: /^unreadable$/,
      bug: 'Values and keys are not bound to their case.',
      remove: 'case',
    },
    {
      layer: 'sealed',
      refuses: /^unreadable$/,
      bug: 'All cases share one key.',
      remove: 'key',
    },
  ],
  attempt: async (lab) => {
    const vault = lab.bugs.has('case') ? withoutCases(vaultOf(lab)) : vaultOf(lab);
    const [one, other] = [lab.own.receipt.caseId, CaseId.parse('1'.repeat(26))];
    const key = await vault.newKey(one);
    const sealed = await vault.seal(key, { caseId: one, field: 'nik' }, NIK);
    const under = lab.bugs.has('key') ? key : await vault.newKey(other);
    const opened = await vault.open(under, { caseId: other, field: 'nik' }, sealed);
    return opened.ok ? opened.value : opened.error;
  },
  through: /^"\d{16}"$/,
};
