// Replaces the tenant's data key: adds one, wraps anew what an older one wrapped, forgets the older one. What each key
// wrapped is listed under its id, so nothing is looked for.
import type { KeyRotation } from '@layan/application/ports/key-rotation';
import type { KeyOwner, Vault, WrappedKey } from '@layan/application/ports/vault';
import { AgencyId, CaseId, InstantText, StaffId } from '@layan/domain/kernel/ids';
import * as z from 'zod/mini';
import { findCaseItems, replaceKey, withKey } from './case-keys.ts';
import type { KeyParts } from './key-parts.ts';
import {
  breachKey,
  filingKey,
  importKey,
  type Key,
  memberKey,
  productKey,
  requestKey,
  requestRowKey,
  tenantKeysKey,
  wrappedPartition,
} from './keys.ts';
import { body, parseAttribute, parseBody, type StoredItem } from './table/item.ts';
import type { Guarded } from './table/transact.ts';
import { wrappedKey } from './tenant-keys.ts';
import { WrappedKeys } from './tenant-secrets.ts';
import { unsentAt } from './unsent-filing.ts';
import { wrappedBy } from './vault/wrapped-by.ts';
import { wrappedWrites } from './wrapped-writes.ts';

type Changed = 'changed-meanwhile';

/** Whose key it is, as the list names it. */
const OWNER = /^(CASE|IMPORT|PRODUCT|REQUEST|BREACH|MEMBER|OPENING)#(.+)$/;

const changed = (): Changed => 'changed-meanwhile';
const Revision = z.int();

export function keyRotation(parts: KeyParts, vault: Vault): KeyRotation {
  const { table, clock } = parts;

  const load = async () => {
    const item = await table.get(tenantKeysKey);
    if (!item) throw new Error(`${parts.tenant} has no keys yet.`);
    return { keys: parseBody(WrappedKeys, item), revision: parseAttribute(Revision, item, 'revision') };
  };
  const save = async (keys: WrappedKeys, before: number) => {
    const put = { ...tenantKeysKey, ...body(keys), revision: before + 1 };
    const when = { expression: 'revision = :before', values: { ':before': before } };
    // Somebody else did the same a moment ago: the next round sees it.
    await table.transact([{ write: { put, when }, otherwise: changed }]);
  };

  const again = async (key: WrappedKey, id: KeyOwner): Promise<WrappedKey> => {
    const wrapped = await vault.rewrap(key, id);
    if (wrapped.ok) return wrapped.value;
    throw new Error(`The key of ${id} does not open.`);
  };

  /** Items that hold one key, the first of which is guarded by its revision. */
  const simple = async (id: KeyOwner, places: readonly Key[], bump: (content: Content) => Content) => {
    const items = (await Promise.all(places.map((place) => table.get(place)))).flatMap((one) => one ?? []);
    const [first] = items;
    const key = first && keyIn(first);
    if (!first || key === undefined) return undefined;
    const next = await again(key, id);
    const revision = parseAttribute(Revision, first, 'revision');
    const writes = items.map((item, at): Guarded<Changed> => {
      const put = { ...withKey(item, next, bump), ...(at === 0 ? { revision: revision + 1 } : {}) };
      if (at > 0) return { write: { put } };
      // A form that is sent meanwhile keeps its revision; its key is the case's from then on.
      return { write: { put, when: unsentAt(revision) }, otherwise: changed };
    });
    return { key, next, writes };
  };

  const ofCase = async (caseId: CaseId): Promise<readonly Guarded<Changed>[]> => {
    const items = await findCaseItems(table, caseId);
    if (items) {
      const { key } = items.record;
      return wrappedBy(key) === undefined ? [] : replaceKey(items, await again(key, caseId));
    }
    const form = await simple(caseId, [filingKey(caseId)], raised);
    const expiresAt = await lifeOf(filingKey(caseId));
    return form ? [...form.writes, ...wrappedWrites(caseId, form.next, form.key, expiresAt)] : [];
  };
  const lifeOf = async (place: Key) => {
    const item = await table.get(place);
    return item ? { expiresAt: parseAttribute(z.int(), item, 'expiresAt') } : {};
  };

  const placesOf = async (kind: string, rest: string) => {
    if (kind === 'IMPORT') {
      const [agency = '', id = ''] = rest.split('#');
      return { id: CaseId.parse(id), places: [importKey(AgencyId.parse(agency), id)], bump: raised };
    }
    if (kind === 'MEMBER') return { id: StaffId.parse(rest), places: [memberKey(rest)], bump: raised };
    if (kind === 'OPENING') {
      const [pk = '', sk = ''] = rest.split('|');
      const [, id = ''] = sk.split('#');
      return { id: CaseId.parse(id), places: [{ pk, sk }], bump: unchanged };
    }
    if (kind === 'PRODUCT')
      return { id: CaseId.parse(rest), places: [productKey(rest)], bump: raisedIn('origin') };
    if (kind === 'BREACH') {
      const [agency = '', id = ''] = rest.split('#');
      return {
        ...{ id: CaseId.parse(id), places: [breachKey(AgencyId.parse(agency), id)] },
        bump: raisedIn('breach'),
      };
    }
    return { id: CaseId.parse(rest), places: await requestPlaces(rest), bump: raisedIn('request') };
  };
  const requestPlaces = async (id: string): Promise<readonly Key[]> => {
    const item = await table.get(requestKey(id));
    if (!item) return [];
    const { request } = parseBody(RequestPlace, item);
    const rows = [true, false].map((settled) => requestRowKey(request.agency, settled, request));
    return [requestKey(id), ...rows];
  };

  const rewrapOwner = async (partition: string, sort: string): Promise<boolean> => {
    const [, kind = '', rest = ''] = OWNER.exec(sort) ?? [];
    const listed = { pk: partition, sk: sort };
    if (kind === 'CASE') {
      const writes = await ofCase(CaseId.parse(rest));
      const unlist = writes.some(({ write }) => 'remove' in write && write.remove.pk === partition);
      return (await table.transact([...writes, ...(unlist ? [] : [{ write: { remove: listed } }])])).ok;
    }
    const { id, places, bump } = await placesOf(kind, rest);
    const found = places.length === 0 ? undefined : await simple(id, places, bump);
    const now = found && wrappedBy(found.next);
    const writes = found?.writes ?? [];
    return (
      await table.transact([
        ...writes,
        { write: { remove: listed } },
        ...(now === undefined ? [] : [{ write: { put: { ...listed, pk: wrappedPartition(now) } } }]),
      ])
    ).ok;
  };

  return {
    find: async () => {
      const { dataKeys } = (await load()).keys;
      return { newest: dataKeys.at(-1)?.since ?? clock.now(), older: dataKeys.length > 1 };
    },
    add: async ({ newest }) => {
      const { keys, revision } = await load();
      if (keys.dataKeys.at(-1)?.since !== newest) return;
      const id = String(Number(keys.dataKeys.at(-1)?.id ?? 0) + 1);
      const wrapped = await wrappedKey(parts, keys.keyArn);
      const dataKeys = [...keys.dataKeys, { id, wrapped, since: clock.now() }];
      await save({ ...keys, dataKeys }, revision);
    },
    rewrap: async (limit) => {
      const [oldest] = (await load()).keys.dataKeys;
      if (!oldest) return { rewrapped: 0, left: false };
      const partition = wrappedPartition(oldest.id);
      const owners = await table.query({ partition, limit });
      let rewrapped = 0;
      for (const { sk } of owners) if (await rewrapOwner(partition, sk)) rewrapped += 1;
      return { rewrapped, left: owners.length > rewrapped };
    },
    drop: async () => {
      const { keys, revision } = await load();
      const [oldest, ...dataKeys] = keys.dataKeys;
      if (!oldest || dataKeys.length === 0) return;
      const rest = await table.query({ partition: wrappedPartition(oldest.id), limit: 1 });
      if (rest.length === 0) await save({ ...keys, dataKeys }, revision);
    },
  };
}

const WithKey = z.object({ key: z.string() });
const keyIn = (item: StoredItem): WrappedKey | undefined => {
  const { key } = parseBody(WithKey, item);
  return wrappedBy(key) === undefined ? undefined : key;
};

const RequestPlace = z.object({
  request: z.looseObject({ agency: AgencyId, receivedAt: InstantText, id: z.string() }),
});

type Content = Readonly<Record<string, unknown>>;

const WithRevision = z.looseObject({ revision: Revision });
const raised = (content: unknown): Content => {
  const { revision, ...rest } = WithRevision.parse(content);
  return { ...rest, revision: revision + 1 };
};
/** Of what never changes but for its key. */
const unchanged = (content: Content): Content => content;
const raisedIn =
  (name: string) =>
  (content: Content): Content => ({ ...content, [name]: raised(content[name]) });
