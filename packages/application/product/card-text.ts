// What a card says of its holder: the facts its standard names, opened, as people read them. Identifiers show their
// last digits, enough to compare with the document beside the card.
import type { CaseSnapshot } from '@layan/domain/case/snapshot';
import { isMaskable } from '@layan/domain/person/masking';
import type { ProcessIndex } from '@layan/domain/process/process-index';
import type { Product } from '@layan/domain/standard/product';
import { readableText } from '../form/fact-text.ts';
import type { CaseSeal } from '../sealing/case-seal.ts';

export type CardDesign = NonNullable<Product['card']>;

export interface CardText {
  readonly holder: string;
  readonly lines: readonly { readonly label: string; readonly value: string }[];
}

interface Source {
  readonly card: CardDesign;
  readonly index: ProcessIndex;
  readonly snapshot: Pick<CaseSnapshot, 'facts'>;
  readonly seal: CaseSeal;
  readonly placeName: (code: string) => string;
}

const SHOWN_DIGITS = 4;

async function lineOf({ index, snapshot, seal, placeName }: Source, id: string) {
  const fact = index.process.facts.find((known) => known.id === id);
  const kept = snapshot.facts[id];
  const value = kept === undefined ? undefined : await seal.openFact(id, kept);
  if (!fact || value === undefined) return undefined;
  return {
    label: fact.label,
    value: isMaskable(fact.type)
      ? `berakhir dengan ${String(value).slice(-SHOWN_DIGITS)}`
      : readableText(fact, value, placeName),
  };
}

/** Undefined when nothing names the holder, or it cannot be opened any more. */
export async function cardText(source: Source): Promise<CardText | undefined> {
  const { card, snapshot } = source;
  const named = card.holder.find((id) => snapshot.facts[id] !== undefined);
  const holder = named === undefined ? undefined : await lineOf(source, named);
  if (!holder) return undefined;
  const lines = await Promise.all(card.lines.map((id) => lineOf(source, id)));
  return { holder: holder.value, lines: lines.filter((line) => line !== undefined) };
}
