// A product in the room for cards: what the register knows, the holder in initials only, and what may be done here.
import { opensCase } from '@layan/domain/access/case-access';
import { byWorker } from '@layan/domain/access/worker';
import { refuseRole } from '@layan/domain/case/authority';
import type { CaseRejection } from '@layan/domain/case/command';
import { dateInWords, momentInWords } from '@layan/domain/deadline/dates-in-words';
import type { Zone } from '@layan/domain/deadline/zones';
import type { AgencyId, CaseId } from '@layan/domain/kernel/ids';
import { initialsOf } from '@layan/domain/person/masking';
import { indexOf } from '@layan/domain/process/process-index';
import { type ProductChange, type ProductState, stateAfter } from '@layan/domain/product/product-state';
import type { ProductAction } from '@layan/domain/standard/product';
import type { RegisteredProduct } from '../ports/products.ts';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import { type AgencyProduct, agencyProducts } from '../register/agency-products.ts';
import { holderFacts, sealOf } from '../register/holder-facts.ts';
import { importView } from '../register/import-view.ts';

export type CardPorts = Pick<
  Ports,
  'products' | 'cases' | 'standards' | 'imports' | 'staff' | 'vault' | 'directory' | 'clock'
>;

export interface CardSummary {
  readonly id: string;
  readonly label: string;
  readonly number: string;
  readonly state: ProductState;
  /** "W••• U•••"; absent when it cannot be opened. */
  readonly holder?: string;
  readonly issued: string;
}

export interface CardAction {
  readonly id: string;
  readonly label: string;
  readonly change: ProductChange;
  readonly note: 'none' | 'optional' | 'required';
  readonly allowed: boolean;
  readonly refusal?: CaseRejection;
}

export interface CardView extends CardSummary {
  readonly since: string;
  readonly validUntil?: string;
  readonly origin: /** Its case, for those with a part in it. */
    | { readonly kind: 'case'; readonly caseId?: CaseId; readonly ticket?: string }
    | {
        readonly kind: 'imported';
        readonly fileName: string;
        readonly when: string;
        readonly by: string;
        readonly revision: number;
        /** Whether anything is known by which a second card of the family would be noticed. */
        readonly guarded: boolean;
      };
  readonly history: readonly {
    readonly when: string;
    readonly who: string;
    readonly what: string;
    readonly note?: string;
  }[];
  readonly actions: readonly CardAction[];
}

export const cardSummary = async (
  { vault }: Pick<Ports, 'vault'>,
  zone: Zone,
  product: RegisteredProduct,
): Promise<CardSummary> => {
  const { id, label, number, state, issuedAt, displayName, unnamed } = product;
  const name = unnamed ? undefined : await sealOf(vault, product).openText('display', displayName);
  return {
    ...{ id, label, number, state },
    ...(name !== undefined && { holder: initialsOf(name) }),
    issued: dateInWords(zone, issuedAt),
  };
};

export const productOf = async (
  ports: Pick<Ports, 'standards'>,
  agency: AgencyId,
  card: RegisteredProduct,
): Promise<AgencyProduct | undefined> =>
  (await agencyProducts(ports.standards, agency)).find(
    ({ standard, product }) => standard === card.standard && product.id === card.product,
  );

/** What is done to a card without a case. The new copy of one that was lost is given out by a new claim. */
export const cardActions = ({ product }: AgencyProduct): readonly ProductAction[] =>
  (product.actions ?? [])
    .filter(({ change }) => change !== 'expire')
    .map((action) => (action.change === 'replace' ? { ...action, label: 'Cabut: kartu hilang' } : action));

export const refuseCardAction = (
  { index }: AgencyProduct,
  state: ProductState,
  { role, change }: ProductAction,
  member: Membership,
): CaseRejection | undefined => {
  const refusal = refuseRole(index, role, undefined, byWorker(member));
  if (refusal) return refusal;
  return stateAfter(state, change) === undefined ? { code: 'product-state', state } : undefined;
};

const actionViews = (of: AgencyProduct, state: ProductState, member: Membership): readonly CardAction[] =>
  cardActions(of).map((action) => {
    const { id, label, change, note } = action;
    const refusal = refuseCardAction(of, state, action, member);
    return { ...{ id, label, change, note }, allowed: !refusal, ...(refusal && { refusal }) };
  });

const caseOrigin = async (
  { cases, standards }: CardPorts,
  caseId: CaseId,
  member: Membership,
): Promise<CardView['origin']> => {
  const snapshot = (await cases.find(caseId))?.snapshot;
  if (!snapshot) return { kind: 'case' };
  const { standard } = await standards.getPinned(snapshot.standard);
  return opensCase(indexOf(standard.process), snapshot, member)
    ? { kind: 'case', caseId, ticket: snapshot.ticket }
    : { kind: 'case' };
};

type Imported = Extract<RegisteredProduct['origin'], { kind: 'imported' }>;

const importedParts = async (
  ports: CardPorts,
  zone: Zone,
  card: RegisteredProduct,
  origin: Imported,
  member: Membership,
): Promise<Pick<CardView, 'origin' | 'history' | 'actions'>> => {
  const of = await productOf(ports, member.agency, card);
  const record = await ports.imports.find(member.agency, origin.importId);
  const names = new Map((await ports.staff.list()).map(({ id, name }) => [String(id), name]));
  const seal = sealOf(ports.vault, card);
  const labels = new Map(of ? cardActions(of).map(({ id, label }) => [id, label]) : []);
  const changes = await Promise.all(
    origin.history.map(async ({ at, by, action, note }) => {
      const text = note && (await seal.openText('note', note));
      return {
        when: momentInWords(zone, at),
        who: names.get(by) ?? 'petugas',
        what:
          action === 'completed' ? 'Nomor pemegang dilengkapi dari impor' : (labels.get(action) ?? action),
        ...(text !== undefined && { note: text }),
      };
    }),
  );
  const fileName = record ? (await importView(ports.vault, zone, record)).fileName : '';
  const taken = record && {
    when: momentInWords(zone, record.startedAt),
    who: record.by.name,
    what: `Diambil dari buku lama: ${fileName}`,
  };
  const ids = of && holderFacts(of);
  const known = ids ? [ids.nik, ids.familyCardNumber].some((fact) => fact in origin.facts) : false;
  return {
    origin: {
      kind: 'imported',
      fileName,
      when: taken?.when ?? '',
      by: record?.by.name ?? '',
      revision: origin.revision,
      guarded: known || of?.product.exclusive === undefined,
    },
    history: [...changes.toReversed(), ...(taken ? [taken] : [])],
    actions: of ? actionViews(of, card.state, member) : [],
  };
};

export const cardView = async (
  ports: CardPorts,
  zone: Zone,
  card: RegisteredProduct,
  member: Membership,
): Promise<CardView> => {
  const { origin, validUntil, changedAt } = card;
  const parts =
    origin.kind === 'case'
      ? { origin: await caseOrigin(ports, origin.caseId, member), history: [], actions: [] }
      : await importedParts(ports, zone, card, origin, member);
  return {
    ...(await cardSummary(ports, zone, card)),
    since: momentInWords(zone, changedAt),
    ...(validUntil !== undefined && { validUntil: dateInWords(zone, validUntil) }),
    ...parts,
  };
};
