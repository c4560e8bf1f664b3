// Whether a person or family is known already: an open case, or a product in force. A hint before filing; it stops nobody.
// Whose case or card is shown is noted there before: this was a look at their data.
import { covers } from '@layan/domain/access/areas';
import { opensCase } from '@layan/domain/access/case-access';
import { mayUse } from '@layan/domain/access/operations';
import type { CaseId, StandardId } from '@layan/domain/kernel/ids';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import { parseFact } from '@layan/domain/person/fact-input';
import { indexOf, type ProcessIndex } from '@layan/domain/process/process-index';
import type { Standard } from '@layan/domain/standard/standard';
import { identifierKind } from '../case/locks.ts';
import { likenessIndex } from '../filing/people-in-case.ts';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import { mayLink } from '../product/may-link.ts';
import { isAreaBound, isOfTheirCases } from '../staff/area-bound.ts';
import { findPublished } from '../standard/find-published.ts';
import { getSetting, type SettingPorts } from '../tenant/setting.ts';
import { intakeChannel } from './counter-channel.ts';
import type { CounterFailure } from './errors.ts';

export type Duplicate =
  | {
      readonly kind: 'heldProduct';
      readonly label: string;
      readonly number?: string;
      /** Absent when this member has no part in the case, or there is none. */
      readonly caseId?: CaseId;
    }
  | { readonly kind: 'openCase'; readonly service: string; readonly ticket: string; readonly caseId: CaseId }
  /** Without a NIK: of the same name and day of birth in the same place. Somebody looks whether it is one person. */
  | { readonly kind: 'likeness'; readonly service: string; readonly ticket: string; readonly caseId: CaseId }
  /** Of the same service, in a place that is not the member's: that it runs, and nothing more. */
  | { readonly kind: 'openElsewhere'; readonly service: string };

export interface FindDuplicatesInput {
  readonly member: Membership;
  readonly standard: StandardId;
  /** As typed, by fact; what cannot be read, or tells no person from another, is left out. */
  readonly entered: Readonly<Record<string, string>>;
}

type FindDuplicatesPorts = SettingPorts & Pick<Ports, 'standards' | 'cases' | 'products' | 'vault' | 'reads'>;

interface Held {
  readonly hint: Duplicate;
  /** Case or card that it shows. */
  readonly about?: string;
}

interface Identifier {
  readonly fact: string;
  readonly index: string;
}

const identifiersIn = async (
  ports: FindDuplicatesPorts,
  index: ProcessIndex,
  entered: FindDuplicatesInput['entered'],
): Promise<readonly Identifier[]> => {
  const { input } = await getSetting(ports);
  const found: Identifier[] = [];
  for (const [id, typed] of Object.entries(entered)) {
    const fact = index.facts.get(id);
    const kind = identifierKind(index, id);
    const read = fact && parseFact(fact, typed, input);
    if (!kind || !read?.ok || read.value === undefined) continue;
    const indexes = await ports.vault.indexes(kind, String(read.value.value));
    found.push(...indexes.map((one) => ({ fact: id, index: one })));
  }
  return found;
};

const visibleCase = async ({ cases, standards }: FindDuplicatesPorts, member: Membership, caseId: CaseId) => {
  const found = await cases.find(caseId);
  if (found?.snapshot.agency !== member.agency) return undefined;
  const { snapshot } = found;
  const { standard } = await standards.getPinned(snapshot.standard);
  return opensCase(indexOf(standard.process), snapshot, member) ? { snapshot, standard } : undefined;
};

const heldProducts = async (
  ports: FindDuplicatesPorts,
  index: ProcessIndex,
  identifiers: readonly Identifier[],
  member: Membership,
): Promise<readonly Held[]> => {
  const bound = await isAreaBound(ports.standards, member);
  const groups = new Map(
    index.process.products.flatMap(({ exclusive }) => (exclusive ? [[exclusive.group, exclusive.by]] : [])),
  );
  const asked = [...groups].flatMap(([group, by]) =>
    identifiers
      .filter(({ fact }) => by.includes(fact))
      .map((one) => ports.products.findHeld(group, one.index)),
  );
  const ids = new Set((await Promise.all(asked)).flatMap((id) => (id === undefined ? [] : [id])));
  const products = await Promise.all([...ids].map((id) => ports.products.find(id)));
  return Promise.all(
    products
      .flatMap((product) => (product ? [product] : []))
      .map(async (product): Promise<Held> => {
        const { agency, label, number, origin } = product;
        // Cards of other agencies are not named.
        if (agency !== member.agency)
          return { hint: { kind: 'heldProduct', label: 'kartu dari dinas lain' } };
        // That there is one must be known before another is asked for; which one is nobody's to know.
        const linked =
          (await mayLink(ports, product, member)) &&
          (!bound || (await isOfTheirCases(ports, product, member)));
        if (!linked) return { hint: { kind: 'heldProduct', label } };
        const seen = origin.kind === 'case' && (await visibleCase(ports, member, origin.caseId));
        return {
          hint: { kind: 'heldProduct', label, number, ...(seen && { caseId: seen.snapshot.id }) },
          about: origin.kind === 'case' ? origin.caseId : product.id,
        };
      }),
  );
};

/** Two villages must not propose one person, and neither may learn more than that of the other. */
const runsElsewhere = async (
  { cases }: FindDuplicatesPorts,
  { agency, areas }: Membership,
  standard: StandardId,
  ids: readonly CaseId[],
): Promise<boolean> => {
  if (areas.length === 0) return false;
  const found = await Promise.all(ids.map((id) => cases.find(id)));
  return found.some(
    (one) =>
      one !== undefined &&
      one.snapshot.agency === agency &&
      one.snapshot.standard.id === standard &&
      one.snapshot.ended === undefined &&
      one.snapshot.confidential !== true &&
      one.snapshot.anonymous !== true &&
      !covers(areas, one.snapshot.area),
  );
};

const openCases = async (
  ports: FindDuplicatesPorts,
  { id: standard, shortTitle }: Standard,
  identifiers: readonly Identifier[],
  member: Membership,
): Promise<readonly Duplicate[]> => {
  const ids = (await Promise.all(identifiers.map(({ index }) => ports.cases.about(index)))).flat();
  const distinct = [...new Set(ids)];
  const seen = await Promise.all(distinct.map((id) => visibleCase(ports, member, id)));
  const unseen = distinct.filter((_, at) => seen[at] === undefined);
  const elsewhere = await runsElsewhere(ports, member, standard, unseen);
  const visible = seen.flatMap((one) =>
    one && !one.snapshot.ended
      ? [
          {
            kind: 'openCase' as const,
            service: one.standard.shortTitle,
            ticket: one.snapshot.ticket,
            caseId: one.snapshot.id,
          },
        ]
      : [],
  );
  return [...visible, ...(elsewhere ? [{ kind: 'openElsewhere' as const, service: shortTitle }] : [])];
};

/** Of this service only: two people of one name, born on one day, live in one village more often than one would think. */
const alike = async (
  ports: FindDuplicatesPorts,
  { id: standard, process }: Standard,
  entered: FindDuplicatesInput['entered'],
  member: Membership,
): Promise<readonly Duplicate[]> => {
  const { input } = await getSetting(ports);
  const { facts } = indexOf(process);
  const values = Object.entries(entered).flatMap(([id, typed]) => {
    const fact = facts.get(id);
    const read = fact && parseFact(fact, typed, input);
    return read?.ok && read.value !== undefined ? [[id, read.value.value] as const] : [];
  });
  const [likeness] = await likenessIndex(ports.vault, indexOf(process), Object.fromEntries(values));
  if (likeness === undefined) return [];
  const seen = await Promise.all(
    (await ports.cases.about(likeness)).map((id) => visibleCase(ports, member, id)),
  );
  return seen.flatMap((one) =>
    one && !one.snapshot.ended && one.snapshot.standard.id === standard
      ? [
          {
            kind: 'likeness' as const,
            service: one.standard.shortTitle,
            ticket: one.snapshot.ticket,
            caseId: one.snapshot.id,
          },
        ]
      : [],
  );
};

const noteShown = async (
  { reads, clock }: FindDuplicatesPorts,
  { id: by, name }: Membership,
  shown: readonly (string | undefined)[],
): Promise<void> => {
  for (const about of new Set(shown))
    if (about !== undefined)
      await reads.note({ about, operation: 'find-duplicates', by, name, at: clock.now() });
};

export const makeFindDuplicates =
  (ports: FindDuplicatesPorts) =>
  async (
    input: FindDuplicatesInput,
  ): Promise<
    Result<readonly Duplicate[], CounterFailure<'member-deactivated' | 'role-missing' | 'service-not-found'>>
  > => {
    const { member } = input;
    const allowed = mayUse(member, 'find-duplicates');
    if (!allowed.ok) return allowed;
    const published = await findPublished(ports.standards, input.standard);
    if (!published || !intakeChannel(published.version.standard, member)) {
      return err({ code: 'service-not-found' });
    }
    const index = indexOf(published.version.standard.process);
    const identifiers = await identifiersIn(ports, index, input.entered);
    const held = await heldProducts(ports, index, identifiers, member);
    const { standard } = published.version;
    const [open, similar] = await Promise.all([
      openCases(ports, standard, identifiers, member),
      alike(ports, standard, input.entered, member),
    ]);
    const hints = [...held.map(({ hint }) => hint), ...open, ...similar];
    const shown = [
      ...held.map(({ about }) => about),
      ...hints.map((hint) => ('caseId' in hint ? hint.caseId : undefined)),
    ];
    await noteShown(ports, member, shown);
    return ok(hints);
  };
