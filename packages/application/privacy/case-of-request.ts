// What an officer is told of one case of a request: which part the person has in it, what may be corrected (masked), what
// was corrected, what the system decided by itself.
import { correctable, stepsThatRead } from '@layan/domain/case/correct-facts';
import { isSealed, type PlainValue } from '@layan/domain/case/facts';
import type { CaseSnapshot } from '@layan/domain/case/snapshot';
import { factsSaid } from '@layan/domain/letter/standing-parts';
import { isMaskable, maskIdentifier } from '@layan/domain/person/masking';
import type { SubjectRequest } from '@layan/domain/privacy/subject-request';
import { takenKey } from '@layan/domain/process/automatic';
import { indexOf, type ProcessIndex } from '@layan/domain/process/process-index';
import { isInForce } from '@layan/domain/product/product-state';
import type { Fact } from '@layan/domain/standard/facts';
import type { Product } from '@layan/domain/standard/product';
import type { Standard } from '@layan/domain/standard/standard';
import { readableText } from '../form/fact-text.ts';
import type { CaseRecord } from '../ports/cases.ts';
import type { Vault } from '../ports/vault.ts';
import { caseSeal } from '../sealing/case-seal.ts';
import type { Setting } from '../tenant/setting.ts';

export interface CorrectableFact {
  readonly fact: string;
  readonly label: string;
  /** As it stands, masked where it is personal. */
  readonly shown: string;
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  /** Steps behind the case that read it. */
  readonly steps: readonly string[];
  /** What is in force and prints it. */
  readonly products: readonly string[];
}

export interface CaseOfRequest {
  readonly caseId: string;
  readonly ticket: string;
  readonly service: string;
  readonly state: string;
  readonly restricted: boolean;
  /** Which part the person has in it, where it was found by their NIK. */
  readonly part?: string;
  /** The request is carried out in it. */
  readonly covered: boolean;
  readonly facts: readonly CorrectableFact[];
  readonly corrected?: {
    readonly facts: readonly string[];
    readonly steps: readonly string[];
    readonly products: readonly string[];
  };
  /** What the system decided by itself, for who objects to that; and where people look at it again. */
  readonly automatic: readonly string[];
  readonly review?: string;
}

/** Facts that stand on a product. */
const printedOn = ({ card, letter }: Product, snapshot: CaseSnapshot): readonly string[] => [
  ...(card ? [...card.holder, ...card.lines] : []),
  ...(letter ? factsSaid(letter, snapshot.facts) : []),
];

/** In force, or on its way to its signature, with one of the facts on it. */
const productsWith = (index: ProcessIndex, snapshot: CaseSnapshot, facts: readonly string[]) =>
  snapshot.products
    .filter(({ state }) => isInForce(state) || state === 'frozen')
    .flatMap(({ product: id, number, state }) => {
      const product = index.products.get(id);
      if (!product || !printedOn(product, snapshot).some((fact) => facts.includes(fact))) return [];
      const name = number === undefined ? product.label : `${product.label} nomor ${number}`;
      return [state === 'frozen' ? `${name} (belum ditandatangani)` : name];
    });

const labelsOf = (labels: ReadonlyMap<string, { readonly label: string }>, ids: readonly string[]) =>
  ids.map((id) => labels.get(id)?.label ?? id);

const yesNo = [
  { value: 'true', label: 'Ya' },
  { value: 'false', label: 'Tidak' },
];

const masked = (fact: Fact, value: PlainValue | undefined, placeName: Setting['placeName']): string => {
  if (value === undefined) return 'tidak terbaca';
  if (fact.privacy === 'ordinary') return readableText(fact, value, placeName);
  return isMaskable(fact.type) ? maskIdentifier(String(value)) : '••••';
};

const correctableFacts = async (
  vault: Vault,
  index: ProcessIndex,
  { snapshot, key }: CaseRecord,
  { placeName }: Setting,
): Promise<readonly CorrectableFact[]> => {
  const seal = caseSeal(vault, key, snapshot.id);
  const facts = correctable(index, snapshot).flatMap((id) => index.facts.get(id) ?? []);
  return Promise.all(
    facts.map(async (fact) => {
      const kept = snapshot.facts[fact.id] ?? '';
      // What is not shown at all is not opened either.
      const opens = !isSealed(kept) || isMaskable(fact.type);
      const options = fact.type === 'boolean' ? yesNo : fact.options;
      return {
        fact: fact.id,
        label: fact.label,
        shown: opens ? masked(fact, await seal.openFact(fact.id, kept), placeName) : '••••',
        ...(options && { options: options.map(({ value, label }) => ({ value, label })) }),
        steps: labelsOf(index.steps, stepsThatRead(index, snapshot, [fact.id])),
        products: productsWith(index, snapshot, [fact.id]),
      };
    }),
  );
};

const correctedOf = (
  index: ProcessIndex,
  snapshot: CaseSnapshot,
  { id }: SubjectRequest,
): Pick<CaseOfRequest, 'corrected'> => {
  const own = (snapshot.corrections ?? []).filter(({ request }) => request === id);
  if (own.length === 0) return {};
  const facts = [...new Set(own.flatMap((one) => one.facts))];
  const steps = [...new Set(own.flatMap(({ affects = [] }) => affects))];
  return {
    corrected: {
      facts: labelsOf(index.facts, facts),
      steps: labelsOf(index.steps, steps),
      products: productsWith(index, snapshot, facts),
    },
  };
};

/** Ways that the case went without anybody choosing them. */
const automaticOf = (index: ProcessIndex, { taken }: CaseSnapshot): readonly string[] =>
  index.routes.flatMap(({ id, label, outcomes }) =>
    outcomes
      .filter((outcome) => (taken[takenKey(id, outcome.id)] ?? 0) > 0)
      .map((outcome) => `${label}: ${outcome.label}`),
  );

/** Where people look at a decision again: the way to object that this service has. */
const reviewOf = (index: ProcessIndex): Pick<CaseOfRequest, 'review'> => {
  const way = [...index.channels.values()].find(({ about }) => about !== undefined);
  return way ? { review: way.label } : {};
};

export const caseOfRequest = async (
  vault: Vault,
  standard: Standard,
  record: CaseRecord,
  request: SubjectRequest,
  setting: Setting,
  decides: boolean,
): Promise<CaseOfRequest> => {
  const index = indexOf(standard.process);
  const { snapshot } = record;
  const ending = snapshot.ended && index.endings.get(snapshot.ended.ending)?.label;
  const part = request.parts?.find(({ caseId }) => caseId === snapshot.id)?.part;
  const asksFacts = decides && request.kind === 'correction' && request.state === 'received';
  const objects = request.kind === 'objection';
  return {
    caseId: snapshot.id,
    ticket: snapshot.ticket,
    service: standard.shortTitle,
    state: snapshot.ended ? (ending ?? 'Selesai') : 'Berjalan',
    restricted: snapshot.restricted !== undefined,
    ...(part !== undefined && { part }),
    covered: request.cases.includes(snapshot.id),
    facts: asksFacts ? await correctableFacts(vault, index, record, setting) : [],
    ...correctedOf(index, snapshot, request),
    automatic: objects ? automaticOf(index, snapshot) : [],
    ...(objects && reviewOf(index)),
  };
};
