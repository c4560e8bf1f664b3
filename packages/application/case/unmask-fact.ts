// Shows one masked value to a member who works on the case and says why. The log line is written before the value is shown.
import { hidesFact, mayUnmask } from '@layan/domain/access/case-access';
import type { CaseId } from '@layan/domain/kernel/ids';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import { plainText, visibleLength } from '@layan/domain/person/visible-text';
import { readableText } from '../form/fact-text.ts';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import { isDestroyed } from '../ports/vault.ts';
import { caseSeal } from '../sealing/case-seal.ts';
import { getSetting } from '../tenant/setting.ts';
import type { CaseFailure } from './errors.ts';
import { loadForMember } from './load-for-member.ts';

/** Shorter is no reason that anybody could check later. */
export const shortestReason = 10;

export interface UnmaskFactInput {
  readonly member: Membership;
  readonly caseId: CaseId;
  readonly fact: string;
  readonly reason: string;
}

export interface UnmaskedFact {
  readonly fact: string;
  readonly label: string;
  readonly value: string;
}

export type UnmaskFactError = CaseFailure<
  | 'member-deactivated'
  | 'role-missing'
  | 'case-not-found'
  | 'fact-not-found'
  | 'reason-too-short'
  | 'unmasking-not-allowed'
  | 'value-unreadable'
>;

type UnmaskFactPorts = Pick<Ports, 'standards' | 'cases' | 'vault' | 'unmaskings' | 'clock' | 'directory'>;

export const makeUnmaskFact =
  (ports: UnmaskFactPorts) =>
  async (input: UnmaskFactInput): Promise<Result<UnmaskedFact, UnmaskFactError>> => {
    const { member, caseId } = input;
    const loaded = await loadForMember(ports, 'unmask-fact', member, caseId);
    if (!loaded.ok) return loaded;
    const { file, index } = loaded.value;
    const { snapshot, key } = file.record;
    if (!mayUnmask(index, snapshot, member) || hidesFact(index, snapshot, input.fact, member))
      return err({ code: 'unmasking-not-allowed' });
    const fact = index.facts.get(input.fact);
    const kept = snapshot.facts[input.fact];
    if (!fact || kept === undefined || fact.privacy === 'ordinary') return err({ code: 'fact-not-found' });
    // Nothing is there to be shown, and nothing a reason could be sealed under.
    if (isDestroyed(key)) return err({ code: 'value-unreadable' });
    const reason = plainText(input.reason).trim();
    if (visibleLength(reason) < shortestReason)
      return err({ code: 'reason-too-short', atLeast: shortestReason });

    const setting = await getSetting(ports);
    const { id: by, name } = member;
    const at = ports.clock.now();
    const seal = caseSeal(ports.vault, key, caseId);
    const why = await seal.sealText('reason', reason);
    await ports.unmaskings.append({
      ...{ caseId, fact: fact.id, by, name, at, act: 'unmask-fact', reason: why },
    });
    const value = await seal.openFact(fact.id, kept);
    if (value === undefined) return err({ code: 'value-unreadable' });
    return ok({ fact: fact.id, label: fact.label, value: readableText(fact, value, setting.placeName) });
  };
