// Opens what is handed over: the controller gets its data in clear. Every sealed value of a row is tried under the keys that the
// row or its case carries, for whom and as what it can have been sealed; what opens under none stays sealed and is counted.
import { isDestroyed, type KeyOwner, type Vault, type WrappedKey } from '@layan/application/ports/vault';
import { AgencyId, CaseId, StaffId } from '@layan/domain/kernel/ids';
import * as z from 'zod/mini';
import { filingKey, importKey, type Key, profileKey, snapshotKey } from './keys.ts';
import type { StoredItem } from './table/item.ts';
import type { Table } from './table/table.ts';

const Sealed = z.strictObject({ sealed: z.string() });
/** A value that says beside itself which fact it is. */
const Fact = z.looseObject({ fact: z.string() });
const Keyed = z.looseObject({ key: z.string() });
const Named = z.looseObject({ id: z.optional(z.string()), caseId: z.optional(z.string()) });
/** A row of an import, whose key stands with its agency's imports. */
const Row = z.looseObject({ position: z.int() });
const Agencies = z.looseObject({ agencies: z.array(z.looseObject({ id: AgencyId })) });

/** Fields that are not named as their value is in the row. */
const FIELDS = ['note', 'display', 'secret', 'reason', 'late', 'subject', 'witness', 'file', 'emergency'];

interface Ways {
  readonly keys: readonly WrappedKey[];
  readonly owners: readonly KeyOwner[];
  readonly fields: readonly string[];
}

export function contentOf(item: StoredItem | undefined): unknown {
  if (typeof item?.body !== 'string') return undefined;
  try {
    return JSON.parse(item.body);
  } catch {
    return undefined;
  }
}

const keyIn = (content: unknown): WrappedKey | undefined => {
  const read = Keyed.safeParse(content);
  return read.success ? read.data.key : undefined;
};

const partsOf = (content: unknown): readonly unknown[] =>
  typeof content === 'object' && content !== null ? [content, ...Object.values(content)] : [];

/** Who the row, or what it holds, is said to be about. */
function ownersIn(item: StoredItem, content: unknown): readonly string[] {
  const named = partsOf(content).flatMap((part) => {
    const { data } = Named.safeParse(part);
    return [data?.caseId, data?.id].filter((id) => id !== undefined);
  });
  return [...new Set([...`${item.pk}#${item.sk}`.split(/[#|]/), ...named])];
}

export function openerOf(table: Pick<Table, 'get'>, vault: Pick<Vault, 'open'>) {
  let left = 0;
  const known = new Map<CaseId, WrappedKey | undefined>();
  const keyAt = async (key: Key) => keyIn(contentOf(await table.get(key)));
  const importKeyOf = async (id: CaseId) => {
    const profile = Agencies.safeParse(contentOf(await table.get(profileKey)));
    const places = profile.data?.agencies.map((agency) => importKey(agency.id, id)) ?? [];
    return (await Promise.all(places.map(keyAt))).find((key) => key !== undefined);
  };
  const keyOf = async (id: CaseId) => {
    if (!known.has(id))
      known.set(
        id,
        (await keyAt(snapshotKey(id))) ?? (await keyAt(filingKey(id))) ?? (await importKeyOf(id)),
      );
    return known.get(id);
  };
  const waysOf = async (item: StoredItem, content: unknown): Promise<Ways> => {
    const said = ownersIn(item, content);
    const cases = said.flatMap((id) => CaseId.safeParse(id).data ?? []);
    const own = partsOf(content).flatMap((part) => keyIn(part) ?? []);
    const ofCases = own.length > 0 ? [] : await Promise.all(cases.map(keyOf));
    const owners = said.flatMap((id) => CaseId.safeParse(id).data ?? StaffId.safeParse(id).data ?? []);
    const row = Row.safeParse(content).data;
    const fields = [...FIELDS, ...(row ? [`row:${row.position}`] : [])];
    return { keys: [...own, ...ofCases.filter((key) => key !== undefined)], owners, fields };
  };
  /** A note on a line of a batch says beside itself which case has sealed it: it opens as long as that one does. */
  const waysBeside = async (value: object, ways: Ways): Promise<Ways> => {
    const line = CaseId.safeParse(Named.safeParse(value).data?.caseId).data;
    if (!line || ways.owners.includes(line)) return ways;
    if (!Object.values(value).some((one) => Sealed.safeParse(one).success)) return ways;
    const key = await keyOf(line);
    return {
      keys: key === undefined || isDestroyed(key) ? [] : [key, ...ways.keys],
      owners: [line, ...ways.owners],
      fields: [...ways.owners.map((batch) => `line:${batch}`), ...ways.fields],
    };
  };
  const openOne = async (value: { sealed: string }, ways: Ways, names: readonly string[]) => {
    const fields = [...names, ...names.map((name) => `unread:${name}`), ...ways.fields];
    for (const key of ways.keys)
      for (const caseId of ways.owners)
        for (const field of fields) {
          const opened = await vault.open(key, { caseId, field }, value);
          if (opened.ok) return { opened: opened.value };
        }
    left += 1;
    return value;
  };
  const open = async (value: unknown, ways: Ways, names: readonly string[]): Promise<unknown> => {
    const sealed = Sealed.safeParse(value);
    if (sealed.success) return openOne(sealed.data, ways, names);
    if (Array.isArray(value)) return Promise.all(value.map((one) => open(one, ways, names)));
    if (typeof value !== 'object' || value === null) return value;
    const of = Fact.safeParse(value).data;
    const around = [...(of ? [of.fact] : []), ...names.slice(0, 1)];
    const here = await waysBeside(value, ways);
    const entries = Object.entries(value).map(
      async ([name, inner]) => [name, await open(inner, here, [name, ...around])] as const,
    );
    return Object.fromEntries(await Promise.all(entries));
  };
  return {
    sealed: () => left,
    line: async (item: StoredItem): Promise<string> => {
      const content = contentOf(item);
      const { pk, sk } = item;
      if (content === undefined) return JSON.stringify(item);
      const holdsSealed = typeof item.body === 'string' && item.body.includes('"sealed":');
      const body = holdsSealed ? await open(content, await waysOf(item, content), []) : content;
      return JSON.stringify({ pk, sk, body });
    },
  };
}
