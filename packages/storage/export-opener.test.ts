import { destroyedKey } from '@layan/application/ports/vault';
import { CaseId, StaffId } from '@layan/domain/kernel/ids';
import { caseIdOf } from '@layan/testing/builders/ids';
import { memoryTenant } from '@layan/testing/memory/memory-tenant';
import { describe, expect, it } from 'vitest';
import { openerOf } from './export-opener.ts';
import { snapshotKey } from './keys.ts';

const caseId = caseIdOf(1);
const { vault } = memoryTenant();

async function scene() {
  const key = await vault.newKey(caseId);
  const seal = (field: string, text: string, of: CaseId | StaffId = caseId, under = key) =>
    vault.seal(under, { caseId: of, field }, text);
  const opener = openerOf(
    {
      get: async (asked) =>
        asked.pk === snapshotKey(caseId).pk && asked.sk === snapshotKey(caseId).sk
          ? { ...asked, body: JSON.stringify({ key }) }
          : undefined,
    },
    vault,
  );
  const line = async (pk: string, sk: string, content: unknown) =>
    JSON.parse(await opener.line({ pk, sk, body: JSON.stringify(content) })).body;
  return { key, seal, opener, line };
}

describe('what is handed over', () => {
  it('is opened under the key of its case, whatever the field is called beside it', async () => {
    const { seal, opener, line } = await scene();
    const facts = { name: await seal('name', '"Warga Uji Satu"'), village: '35.74.01' };
    const holder = { fact: 'applicantName', value: await seal('applicantName', '"Warga Uji Satu"') };
    const body = await line(`CASE#${caseId}`, 'EVENT#00000001', {
      facts,
      holder,
      note: await seal('note', 'Ya'),
    });
    expect(body).toEqual({
      facts: { name: { opened: '"Warga Uji Satu"' }, village: '35.74.01' },
      holder: { fact: 'applicantName', value: { opened: '"Warga Uji Satu"' } },
      note: { opened: 'Ya' },
    });
    expect(opener.sealed()).toBe(0);
  });

  it('is opened under a key of its own, also of a member of staff', async () => {
    const { opener, line, seal } = await scene();
    const id = StaffId.parse('3f6e3e9c-0000-4000-8000-000000009001');
    const key = await vault.newKey(id);
    const away = [{ from: '2026-02-04', reason: await seal('away', 'Cuti', id, key) }];
    expect(await line('STAFF', `MEMBER#${id}`, { id, key, away })).toMatchObject({
      away: [{ reason: { opened: 'Cuti' } }],
    });
    expect(opener.sealed()).toBe(0);
  });

  it('is opened under the key of the line that a batch decided on, and not once that is destroyed', async () => {
    const batch = caseIdOf(2);
    const [key, own] = [await vault.newKey(caseId), await vault.newKey(batch)];
    const of = { caseId: batch, field: 'note' };
    const decisions = [
      { caseId, note: await vault.seal(key, { caseId, field: `line:${batch}` }, 'Pindah alamat') },
      { caseId, note: await vault.seal(own, of, 'Sudah dibantu') },
    ];
    const exported = async (kept: string) => {
      const keys = new Map([
        [snapshotKey(caseId).pk, kept],
        [snapshotKey(batch).pk, own],
      ]);
      const opener = openerOf(
        {
          get: async (asked) =>
            asked.sk === snapshotKey(caseId).sk && keys.has(asked.pk)
              ? { ...asked, body: JSON.stringify({ key: keys.get(asked.pk) }) }
              : undefined,
        },
        vault,
      );
      const body = JSON.stringify({ seq: 2, body: { type: 'linesDecided', decisions } });
      return opener.line({ pk: `CASE#${batch}`, sk: 'EVENT#00000002', body });
    };
    const handed = await exported(key);
    for (const text of ['Pindah alamat', 'Sudah dibantu']) expect(handed).toContain(text);
    const erased = await exported(destroyedKey);
    for (const text of ['Pindah alamat', 'Sudah dibantu']) expect(erased).not.toContain(text);
  });

  it('stays sealed and is counted where its key is gone', async () => {
    const { opener, line, seal } = await scene();
    const other = CaseId.parse('0'.repeat(26));
    const lost = await seal('name', '"Warga Uji Dua"');
    expect(await line(`CASE#${other}`, 'SNAPSHOT', { key: 'destroyed', name: lost })).toMatchObject({
      name: lost,
    });
    expect(await line('BUKAN#PERKARA', 'X', { note: lost })).toEqual({ note: lost });
    expect(opener.sealed()).toBe(2);
  });
});
