// Does a request once, however often it is sent: recorded with what it changes first, its answer kept sealed for whoever
// sends it again. A refused request leaves nothing behind and may succeed later under the same key.
import { err, ok, type Result } from '@layan/domain/kernel/result';
import { idempotencyRecord } from '../case/idempotency.ts';
import { DoneBefore, type KeptRequest, type RecordedRequest, type Recording } from '../ports/recorded.ts';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import type { TenantPorts } from '../ports/tenant-ports.ts';
import type { Vault } from '../ports/vault.ts';
import { answerId } from '../subcase/subcase-id.ts';

export interface OnceInput {
  readonly operation: string;
  readonly member: Membership;
  /** As the client chose it. */
  readonly key: string;
  /** All that makes two requests the same: parameters and body. */
  readonly body: unknown;
  readonly resumes: boolean;
  /** Id of what it is done to, where its path names one. */
  readonly of?: string;
  /** Of administration: enters the chain. Without `about` it is about what was made. */
  readonly act?: { readonly about?: string };
}

/** Of the work that is done once. */
export interface OnceWork<E> {
  /** Answers as text, through the ports it is given. */
  readonly work: (ports: TenantPorts) => Promise<Result<string, E>>;
  /** Whether it says that they may not, or see nothing there: then an answer of before is not theirs any more. */
  readonly isOfRights: (refusal: E) => boolean;
}

export type OnceFailure =
  /** It was done, and the answer is not kept: its end was not seen, or it is too large. */
  { readonly code: 'done-before' } | { readonly code: 'idempotency-mismatch' };

/** Whoever sends a request twice at once waits for the answer of the other. */
const LOOKS = 10;
const PAUSE_MS = 150;
const pause = () => new Promise((resolve) => setTimeout(resolve, PAUSE_MS));

/** Kept answers hold what responses hold, also names of people. */
const sealedAnswers = (vault: Vault, key: string) => ({
  seal: async (answer: string): Promise<string> => {
    const caseId = await answerId(vault, key);
    const wrapped = await vault.newKey(caseId);
    const { sealed } = await vault.seal(wrapped, { caseId, field: 'answer' }, answer);
    return `${wrapped} ${sealed}`;
  },
  open: async (kept: string): Promise<string | undefined> => {
    const [wrapped = '', sealed = ''] = kept.split(' ');
    const caseId = await answerId(vault, key);
    const opened = await vault.open(wrapped, { caseId, field: 'answer' }, { sealed });
    return opened.ok ? opened.value : undefined;
  },
});

const answered = async (recording: Recording<unknown>): Promise<KeptRequest | undefined> => {
  for (let look = 1; ; look += 1) {
    const kept = await recording.find();
    if (kept === undefined || kept.answer !== undefined || look === LOOKS) return kept;
    await pause();
  }
};

export const makeRunOnce =
  ({ recorded, vault }: Pick<Ports, 'recorded' | 'vault'>) =>
  async <E>(
    input: OnceInput,
    { work, isOfRights }: OnceWork<E>,
  ): Promise<Result<string, E | OnceFailure>> => {
    const { operation, member, body, key, resumes, of, act } = input;
    const { id, name } = member;
    const mine = await idempotencyRecord(vault, { operation, actor: id, key, body }, '');
    if (!mine) throw new Error('a request without a key cannot be recorded');
    const request: RecordedRequest = {
      idempotency: { key: mine.key, fingerprint: mine.fingerprint },
      resumes,
      ...(of !== undefined && { of }),
      ...(act && { act: { by: { party: 'staff', id, name }, act: operation, ...act } }),
    };
    const recording = await recorded(request);
    const answers = sealedAnswers(vault, mine.key);

    /** What the first time was answered; undefined when there was none. */
    const before = async (
      kept: KeptRequest | undefined,
    ): Promise<Result<string, OnceFailure> | undefined> => {
      if (!kept) return undefined;
      if (kept.fingerprint !== mine.fingerprint) return err({ code: 'idempotency-mismatch' });
      const answer = kept.answer === undefined ? undefined : await answers.open(kept.answer);
      return answer === undefined ? err({ code: 'done-before' }) : ok(answer);
    };

    let result: Result<string, E>;
    try {
      result = await work(recording.ports);
    } catch (error) {
      if (!(error instanceof DoneBefore)) throw error;
      return (await before(await answered(recording))) ?? err({ code: 'done-before' });
    }
    // What this run recorded is its own to answer, also where it was refused halfway.
    if (!recording.wrote()) {
      if (!result.ok && isOfRights(result.error)) return result;
      const kept = result.ok ? await recording.find() : await answered(recording);
      const known = await before(kept);
      if (known && (known.ok || !result.ok || known.error.code === 'idempotency-mismatch')) return known;
      if (!known) return result;
    }
    // What is done is done, also when a repeat of it will not learn how it was answered.
    if (result.ok) await recording.keepAnswer(await answers.seal(result.value)).catch(() => undefined);
    return result;
  };
