// Whatever somebody changes who reaches the rows or the files: it is found, and found where it is. A failing seed replays.
import { sha256 } from '@layan/application/kernel/sha256';
import { nameOf } from '@layan/domain/audit/fault';
import { sealFile } from '@layan/domain/audit/seal';
import { canonicalJson } from '@layan/domain/kernel/canonical-json';
import type { CaseId } from '@layan/domain/kernel/ids';
import { fixedClock } from '@layan/testing/fixed-clock';
import { memorySigning } from '@layan/testing/memory/memory-signing';
import { faultsIn, linkOf, type Row, type Rows, sealedTrail } from '@layan/testing/scenes/sealed-trail';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';

const scene = await sealedTrail();
const stranger = memorySigning(fixedClock());
await stranger.ensureSigning('arn:other');
const cases = [...scene.rows.events.keys()];
const fresh = (): Rows => structuredClone(scene.rows);

type Json = Record<string, unknown>;
const asJson = (content: unknown): Json => Object.fromEntries(Object.entries(Object(content)));

interface Pick {
  readonly row: number;
  readonly other: number;
  readonly count: number;
  readonly leaf: number;
}
const pick = fc.record({
  row: fc.nat(1_000),
  other: fc.nat(1_000),
  count: fc.nat(1_000),
  leaf: fc.nat(1_000),
});

const leavesOf = (value: unknown, path: readonly string[] = []): (readonly string[])[] =>
  typeof value === 'object' && value !== null
    ? [path, ...Object.entries(value).flatMap(([name, each]) => leavesOf(each, [...path, name]))]
    : [path];

/** Another value in one place, or one taken out, or one put in. */
function changed(value: unknown, path: readonly string[], how: number): unknown {
  const [name, ...rest] = path;
  if (name === undefined) {
    if (typeof value === 'object' && value !== null) return { ...value, zusatz: how };
    return typeof value === 'string' ? `${value}x` : typeof value === 'number' ? value + 1 : 'x';
  }
  const json: Json = Array.isArray(value) ? { ...value } : asJson(value);
  if (rest.length === 0 && how % 3 === 0) delete json[name];
  else json[name] = changed(json[name], rest, how);
  return Array.isArray(value) ? Object.values(json) : json;
}

const edit = (content: unknown, { leaf, count }: Pick): unknown => {
  const leaves = leavesOf(content);
  return changed(content, leaves[leaf % leaves.length] ?? [], count);
};

/** What may be done to the rows of one chain; false when it came to nothing. */
const onRows: Record<string, (rows: Row[], pick: Pick, owner: Record<string, string>) => boolean> = {
  edit: (rows, pick) => {
    const row = rows[pick.row % rows.length];
    if (!row) return false;
    const content = edit(row.content, pick);
    const same = canonicalJson(content) === canonicalJson(row.content);
    row.content = content;
    return !same;
  },
  delete: (rows, { row }) => rows.splice(row % rows.length, 1).length > 0,
  'cut the end': (rows, { count }) => rows.splice(-(1 + (count % rows.length))).length > 0,
  'cut the beginning': (rows, { count }) => rows.splice(0, 1 + (count % rows.length)).length > 0,
  'swap two': (rows, { row, other }) => {
    const [one, two] = [rows[row % rows.length], rows[other % rows.length]];
    if (!one || !two || one === two) return false;
    [one.content, two.content] = [two.content, one.content];
    return true;
  },
  'put one in twice': (rows, { row, other }) => {
    const copied = rows[row % rows.length];
    rows.splice(other % rows.length, 0, structuredClone(copied) ?? { place: 1, content: {}, more: false });
    for (const [at, each] of rows.entries()) each.place = at + 1;
    return true;
  },
  'put one in under a strange key': (rows, { row, other }) => {
    const content = structuredClone(rows[row % rows.length]?.content);
    rows.splice(other % rows.length, 0, { place: undefined, content, more: false });
    return true;
  },
  'let one vanish in a year': (rows, { row }) => {
    const one = rows[row % rows.length];
    if (one) one.more = true;
    return one !== undefined;
  },
  'make one unreadable': (rows, { row }) => {
    const one = rows[row % rows.length];
    if (one) one.content = undefined;
    return one !== undefined;
  },
  'move one': (rows, { row, other }) => {
    const [moved] = rows.splice(row % rows.length, 1);
    if (!moved) return false;
    const to = other % (rows.length + 1);
    rows.splice(to, 0, moved);
    const stood = moved.place;
    for (const [at, each] of rows.entries()) each.place = at + 1;
    return stood !== moved.place;
  },
  'write another history, every hash right': (rows, { row }, owner) => {
    const from = row % rows.length;
    let before = from > 0 ? headOf(rows[from - 1]) : undefined;
    for (const each of rows.slice(from)) {
      const { hash: _, previous: __, seq: ___, ...what } = asJson(each.content);
      const link = linkOf(owner, before, { ...what, at: '2020-01-01T00:00:00.000Z' });
      each.content = link;
      before = link;
    }
    return true;
  },
};

const headOf = (row: Row | undefined) => {
  const { seq, hash } = asJson(row?.content);
  return { seq: Number(seq), hash: String(hash) };
};

/** Whoever cuts or rewrites a case can make its own record agree. */
function agree(rows: Rows, caseId: CaseId): void {
  const last = rows.events.get(caseId)?.at(-1);
  if (last) rows.standing.set(caseId, headOf(last));
  else rows.standing.delete(caseId);
}

let looked = 0;
const where = async (rows: Rows) => {
  looked += 1;
  return (await faultsIn(scene, rows)).map(nameOf);
};
const runs = { numRuns: process.env.LAYAN_DEEP === undefined ? 120 : 3_000 };
const how = fc.constantFrom(...Object.keys(onRows));
const tamper = (way: string, rows: Row[], pick: Pick, owner: Record<string, string>): boolean =>
  onRows[way]?.(rows, pick, owner) ?? false;

describe('the audit trail of a tenant', () => {
  afterAll(() => console.log(`R10: ${looked} trails looked at, each tampered with and found so.`));

  it('is in order when nobody touched it', async () => {
    expect(await where(fresh())).toEqual([]);
  });

  it('shows what was done to the events of a case, and to which case', { timeout: 400_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        how,
        fc.constantFrom(...cases),
        pick,
        fc.boolean(),
        async (way, caseId, pick, hide) => {
          const rows = fresh();
          fc.pre(tamper(way, rows.events.get(caseId) ?? [], pick, { caseId }));
          if (hide) agree(rows, caseId);
          const found = await where(rows);
          expect(new Set(found)).toEqual(new Set([`case ${caseId}`]));
        },
      ),
      runs,
    );
  });

  it('shows what was done to the chain of acts or of looks, and in which', async () => {
    const chains = fc.constantFrom('administration' as const, 'unmasking' as const);
    await fc.assert(
      fc.asyncProperty(how, chains, pick, async (way, chain, pick) => {
        const rows = fresh();
        fc.pre(tamper(way, rows.chains[chain], pick, { chain }));
        const found = await where(rows);
        expect(found.length).toBeGreaterThan(0);
        expect(found.every((name) => name.startsWith(chain))).toBe(true);
      }),
      runs,
    );
  });

  it('shows what was done to what the table knows of its seals', { timeout: 400_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(how, pick, async (way, pick) => {
        const rows = fresh();
        // Its history is in the files: the rows have none to write anew.
        fc.pre(!way.startsWith('write another'));
        fc.pre(tamper(way, rows.seals, pick, {}));
        const found = await where(rows);
        expect(found.length).toBeGreaterThan(0);
        expect(found.every((name) => name.startsWith('seal'))).toBe(true);
      }),
      runs,
    );
  });

  const onFiles: Record<string, (files: Map<number, string>, pick: Pick) => Promise<boolean>> = {
    'change a letter': async (files, { row, other, leaf }) => {
      const number = 1 + (row % files.size);
      const file = files.get(number) ?? '';
      const at = other % file.length;
      const letter = 'abcABC019{}":,. '.charAt(leaf % 16);
      files.set(number, file.slice(0, at) + letter + file.slice(at + 1));
      return file.charAt(at) !== letter;
    },
    delete: async (files, { row }) => files.delete(1 + (row % files.size)),
    'cut the end': async (files, { count }) => {
      const all = files.size;
      for (let number = all; number > all - 1 - (count % all); number -= 1) files.delete(number);
      return true;
    },
    swap: async (files, { row, other }) => {
      const [one, two] = [1 + (row % files.size), 1 + (other % files.size)];
      const [first, second] = [files.get(one) ?? '', files.get(two) ?? ''];
      files.set(one, second).set(two, first);
      return one !== two;
    },
    'copy over another': async (files, { row, other }) => {
      const [one, two] = [1 + (row % files.size), 1 + (other % files.size)];
      files.set(one, files.get(two) ?? '');
      return one !== two;
    },
    'put one behind the last': async (files, { row }) => {
      files.set(files.size + 1, files.get(1 + (row % files.size)) ?? '');
      return true;
    },
    'say something else, signed by another': async (files, pick) => {
      const number = 1 + (pick.row % files.size);
      const { payload } = asJson(JSON.parse(files.get(number) ?? '{}'));
      const seal: unknown = JSON.parse(Buffer.from(String(payload), 'base64url').toString());
      files.set(number, sealFile(await stranger.signer.sign('layan-audit', asJson(edit(seal, pick)))));
      return true;
    },
    'sign it as something else': async (files, { row }) => {
      const number = 1 + (row % files.size);
      const { payload } = asJson(JSON.parse(files.get(number) ?? '{}'));
      const seal = asJson(JSON.parse(Buffer.from(String(payload), 'base64url').toString()));
      files.set(number, sealFile(await scene.tenant.signer.sign('layan-card', seal)));
      return true;
    },
    'say something else, signed by the tenant': async (files, pick) => {
      const number = 1 + (pick.row % files.size);
      const { payload } = asJson(JSON.parse(files.get(number) ?? '{}'));
      const seal: unknown = JSON.parse(Buffer.from(String(payload), 'base64url').toString());
      files.set(number, sealFile(await scene.tenant.signer.sign('layan-audit', asJson(edit(seal, pick)))));
      return true;
    },
  };

  it('shows what was done to the files of seals, and to which', { timeout: 400_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.keys(onFiles)), pick, async (way, pick) => {
        const rows = fresh();
        const before = new Map(rows.files);
        fc.pre((await onFiles[way]?.(rows.files, pick)) === true);
        const touched = [...new Set([...before.keys(), ...rows.files.keys()])].filter(
          (number) => before.get(number) !== rows.files.get(number),
        );
        const found = await faultsIn(scene, rows);
        const [first] = found.filter(({ where }) => where === 'seal').map(({ at }) => at);
        expect(touched).toContain(first);
      }),
      runs,
    );
  });

  it.each(cases)('shows that the case %s is gone, whatever is said of it', async (caseId) => {
    const rows = fresh();
    rows.events.delete(caseId);
    rows.standing.delete(caseId);
    const entries = rows.chains.administration;
    const erased = { at: scene.clock.now(), by: { party: 'system' }, act: 'erase-case', about: caseId };
    const content = linkOf({ chain: 'administration' }, headOf(entries.at(-1)), { act: erased });
    entries.push({ place: entries.length + 1, content, more: false });
    expect(new Set(await where(rows))).toEqual(new Set([`case ${caseId}`]));
  });

  it('does not take the word of a case for where its events end', async () => {
    const [caseId] = cases;
    const rows = fresh();
    const events = caseId ? (rows.events.get(caseId) ?? []) : [];
    if (caseId) rows.standing.set(caseId, { seq: events.length + 1, hash: sha256('x') });
    expect(await faultsIn(scene, rows)).toContainEqual({
      where: 'case',
      caseId,
      at: events.length,
      why: 'standing',
    });
  });

  it('says that a seal is overdue', async () => {
    scene.clock.advance(27 * 3_600_000);
    expect(await where(fresh())).toEqual(['seal 4 late']);
    scene.clock.advance(-27 * 3_600_000);
  });
});
