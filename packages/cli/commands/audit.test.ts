import type { AuditFault } from '@layan/domain/audit/fault';
import { faultInWords } from '@layan/domain/audit/fault-words';
import { type Rows, sealedTrail, trailOf } from '@layan/testing/scenes/sealed-trail';
import { describe, expect, it } from 'vitest';
import { call } from '../fixtures/call.ts';
import { AuditResult } from '../results/audit-result.ts';
import type { OpenTrail } from '../surroundings.ts';

const scene = await sealedTrail();
const asked: Parameters<OpenTrail>[0][] = [];
const opening =
  (rows: Rows, listed: readonly (number | undefined)[] = [...rows.files.keys()]): OpenTrail =>
  async (where) => {
    asked.push(where);
    return {
      tenant: scene.tenant.tenant,
      clock: scene.clock,
      signingKeys: scene.tenant.signingKeys,
      trail: trailOf(rows),
      sealFiles: { keep: scene.tenant.sealFiles.keep, read: async (number) => rows.files.get(number) },
      async *listed() {
        yield listed;
      },
    };
  };
const verify = ['audit', 'verify', '--tenant', 'kota-contoh', '--endpoint', 'http://127.0.0.1:4401'];

describe('layan audit verify', () => {
  it('says that everything is there, on the output, and what it does, on the other', async () => {
    const { exit, out, err } = await call(verify, undefined, opening(scene.rows));
    expect([exit, err]).toEqual([0, 'Memeriksa jejak audit kota-contoh …\n']);
    expect(out).toMatch(/^Jejak audit kota-contoh utuh: 4 segel, 10 keadaan berkas, 12 catatan/);
    expect(asked.at(-1)).toEqual({
      tenant: 'kota-contoh',
      role: undefined,
      endpoint: 'http://127.0.0.1:4401',
    });
  });

  it('tells what was found and where, and ends with 1', async () => {
    const rows = structuredClone(scene.rows);
    rows.chains.unmasking.pop();
    rows.files.delete(2);
    const { exit, out } = await call([...verify, '--json'], undefined, opening(rows));
    const { faults, clean } = AuditResult.parse(JSON.parse(out));
    expect([exit, clean]).toEqual([1, false]);
    expect(faults.map(({ message }) => message)).toEqual([
      'Segel 2: segel tidak ada.',
      'Pembukaan data, catatan ke-4: catatan yang sudah disegel tidak ada lagi.',
    ]);
    const told = await call(verify, undefined, opening(rows));
    expect(told.out).toContain('  Segel 2: segel tidak ada.\n  Pembukaan data');
    expect(told.out).toContain('TIDAK utuh: 2 temuan');
  });

  it('tells of what lies among the seals and is none', async () => {
    const { exit, out } = await call(verify, undefined, opening(scene.rows, [1, 2, 3, 4, undefined, 9]));
    expect(exit).toBe(1);
    expect(out).toContain('Segel 9: ada yang bukan segel di antara segel.');
    expect(out).toContain('2 temuan');
  });

  it.each([
    [['audit'], 'operands', 'layan audit verify'],
    [['audit', 'seal'], 'unknown-name', 'audit verify'],
    [['audit', 'verify'], 'operands', '--tenant wajib'],
    [['audit', 'verify', '--tenant', 'probolinggo'], 'operands', '--tenant wajib'],
    [['audit', 'verify', '--tenant', 'kota-x', '--endpoint', 'x'], 'option-value', '--endpoint'],
    [['audit', 'verify', '--tenant', 'kota-x'], 'trail-closed', 'kredensial'],
  ])('refuses %j', async (args, code, words) => {
    const { exit, out, err } = await call([...args, '--json']);
    expect(exit).toBe(2);
    expect(err).toContain(words);
    expect(JSON.parse(out).error.code).toBe(code);
  });

  it('has words for every finding', () => {
    const faults: AuditFault[] = [
      { where: 'seal', at: 3, why: 'late' },
      { where: 'administration', at: 2, why: 'content' },
    ];
    expect(faults.map(faultInWords)).toEqual([
      'Segel 3: ini segel terakhir, dan segel berikutnya sudah terlambat.',
      'Tindakan pengelolaan, catatan ke-2: isinya diubah.',
    ]);
  });
});
