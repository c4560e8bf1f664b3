// Binds a filing to the earlier case it is about: what the channel carries over is opened from that case and sealed anew
// for this one. Nothing of it is shown on the way.
import type { EarlierCase } from '@layan/domain/case/command';
import type { PlainValue } from '@layan/domain/case/facts';
import { objectableDecision } from '@layan/domain/case/objection';
import type { CaseSnapshot } from '@layan/domain/case/snapshot';
import type { ObjectionFiled } from '../ports/cases.ts';
import type { Ports } from '../ports/surroundings.ts';
import { caseSeal } from '../sealing/case-seal.ts';
import { findFiledObjection, isStanding } from '../tracking/filed-objection.ts';
import type { LoadedFiling } from './open-filing.ts';

export interface BoundCase {
  readonly earlier: EarlierCase;
  /** What is carried over, in clear: names the new case in lists and links its people. */
  readonly values: Readonly<Record<string, PlainValue>>;
  /** The decision it answers, where there is one to answer. */
  readonly objection?: ObjectionFiled;
}

/** An objection that came to nothing gives way to this one. */
const objectionOf = async (
  cases: Pick<Ports, 'cases'>['cases'],
  snapshot: CaseSnapshot,
): Promise<Pick<BoundCase, 'objection'>> => {
  const decision = objectableDecision(snapshot);
  if (!decision) return {};
  const before = await findFiledObjection(cases, snapshot.id, decision);
  const gaveWay = before && !isStanding(before);
  const replaces = gaveWay ? { replaces: before.caseId } : {};
  return { objection: { about: snapshot.id, decision: decision.key, ...replaces } };
};

/** Undefined when the filing is about no earlier case, or that case is not of this service any more. */
export const bindEarlierCase = async (
  { cases, vault }: Pick<Ports, 'cases' | 'vault'>,
  { filing, channel, index, seal }: LoadedFiling,
): Promise<BoundCase | undefined> => {
  const record = filing.about && (await cases.find(filing.about));
  if (!record || record.snapshot.standard.id !== filing.standard.id) return undefined;
  const { snapshot } = record;
  const opened = caseSeal(vault, record.key, snapshot.id);
  const values: Record<string, PlainValue> = {};
  for (const fact of channel.about?.carries ?? []) {
    const kept = snapshot.facts[fact];
    if (kept === undefined) continue;
    const value = await opened.openFact(fact, kept);
    if (value === undefined) throw new Error(`fact ${fact} of case ${snapshot.id} does not open`);
    values[fact] = value;
  }
  return {
    earlier: { snapshot, facts: await seal.sealFacts(index.facts, values) },
    values,
    ...(await objectionOf(cases, snapshot)),
  };
};
