// Seals what changed: hourly, and daily when nothing did. A seal is written to the bucket first and noted in the table
// then; a seal that was written and not noted is found by the next attempt and taken over, as it is.
import { openSeal } from '@layan/domain/audit/open-seal';
import {
  MOST_HEADS,
  mayFollow,
  rowOf,
  type Seal,
  type SealedState,
  type SealRow,
  saysSomething,
  sealFile,
  sealPayload,
} from '@layan/domain/audit/seal';
import type { InstantText } from '@layan/domain/kernel/ids';
import { sha256 } from '../kernel/sha256.ts';
import type { SealFiles, SealStore } from '../ports/seals.ts';
import type { Signer } from '../ports/signing-keys.ts';
import type { Ports } from '../ports/surroundings.ts';

export type SealingPorts = Pick<Ports, 'tenant' | 'audit' | 'signingKeys' | 'clock'> & {
  readonly seals: SealStore;
  readonly sealFiles: SealFiles;
  readonly signer: Signer;
};

/** Seals in one call at most: a large hour is sealed in several calls. */
const ROUNDS = 20;

export const makeSealChanges =
  (ports: SealingPorts) => async (): Promise<{ readonly seals: number; readonly cases: number }> => {
    // A tenant that is just being set up has no key yet.
    if ((await ports.signingKeys.list()).length === 0) return { seals: 0, cases: 0 };
    let sealed = { seals: 0, cases: 0 };
    for (let round = 0; round < ROUNDS; round += 1) {
      const seal = await sealOnce(ports);
      if (!seal) break;
      sealed = { seals: sealed.seals + 1, cases: sealed.cases + seal.cases.length };
    }
    return sealed;
  };

/** Undefined when there is nothing to seal now. */
async function sealOnce(ports: SealingPorts): Promise<Seal | undefined> {
  const now = ports.clock.now();
  const [last] = await ports.seals.newest({ limit: 1 });
  if (!mayFollow(last, now)) return undefined;
  const [cases, administration = null, unmasking = null] = await Promise.all([
    ports.seals.heads(MOST_HEADS),
    ports.audit.head('administration'),
    ports.audit.head('unmasking'),
  ]);
  const next = { at: later(last, now), cases, administration, unmasking };
  if (!saysSomething(last, next)) return undefined;
  const { seal, file } = await write(ports, last, next);
  await ports.seals.note(rowOf(seal, sha256(file)), seal.cases);
  return seal;
}

/** Clocks of two machines differ, and the order of seals must not. */
const later = (last: SealRow | undefined, now: InstantText): InstantText =>
  last && Date.parse(last.at) > Date.parse(now) ? last.at : now;

async function write(
  ports: SealingPorts,
  last: SealRow | undefined,
  next: SealedState,
): Promise<{ readonly seal: Seal; readonly file: string }> {
  const seal: Seal = {
    format: 'layan.seal/1',
    tenant: ports.tenant,
    number: (last?.number ?? 0) + 1,
    previous: last?.hash ?? null,
    ...next,
    cases: [...next.cases],
  };
  const file = sealFile(await ports.signer.sign('layan-audit', sealPayload(seal)));
  if ((await ports.sealFiles.keep(seal.number, file)) === 'kept') return { seal, file };
  return takeOver(ports, seal);
}

/** Somebody wrote it before us: a call that ended too early, or one at the same moment. */
async function takeOver(
  { sealFiles, signingKeys }: SealingPorts,
  { tenant, number, previous }: Seal,
): Promise<{ readonly seal: Seal; readonly file: string }> {
  const file = await sealFiles.read(number);
  if (file === undefined) throw new Error(`Seal ${number} is there and cannot be read.`);
  const opened = await openSeal(file, { tenant, number }, await signingKeys.list());
  if (!opened.ok) throw new Error(`Seal ${number} is not one of this tenant: ${opened.error}.`);
  if (opened.value.previous !== previous) throw new Error(`Seal ${number} follows another than the last.`);
  return { seal: opened.value, file };
}
