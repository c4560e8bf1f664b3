// The two in front: take what families bring on paper, look whether they are known, file, accept; and those who withdraw.
import { randomUUID } from 'node:crypto';
import { staffApi } from '@layan/contract/staff-api';
import { identity } from '../../people/identities.ts';
import { type Day, isReady, type Running, saw } from './day.ts';
import type { Person } from './person.ts';
import type { Claim } from './plan.ts';
import { doStep, isRefused, type Work } from './work.ts';

const EAST = 7 * 3_600_000;
const DAY = 86_400_000;
export const dayThere = (ms: number): string => new Date(ms + EAST).toISOString().slice(0, 10);

const identifiers = ({ family }: Claim) => {
  const { nik, familyCardNumber } = identity(family);
  return { nikStatus: 'have', nik, familyCardStatus: 'have', familyCardNumber };
};

const answers = (claim: Claim, village: string): Record<string, string> => ({
  applicantName: identity(claim.family).name,
  relationToHead: 'self',
  ...identifiers(claim),
  address: `Jalan Contoh ${claim.family}`,
  rt: '3',
  rw: '7',
  village,
  helpNeeded: 'Perlu bantuan untuk berobat.',
  ...(claim.family % 6 === 0 && { email: `warga.${claim.family}@uji.example` }),
});

const checked: Readonly<Record<Claim['counter'], Work>> = {
  accept: { outcome: 'accept' },
  return: { outcome: 'return', note: 'Kartu keluarga tidak terbaca.', missing: ['family-card'] },
  refer: { outcome: 'refer', note: 'Untuk kursi roda, datanglah ke bidang rehabilitasi.' },
};

async function file(day: Day, by: Person, claim: Claim, village: string): Promise<Running> {
  const { nik, familyCardNumber } = identifiers(claim);
  await by.call(staffApi.getIntakeForm, { params: { standardId: 'ultpk' } });
  await by.call(staffApi.findDuplicates, { body: { standard: 'ultpk', entered: { nik, familyCardNumber } } });
  const { caseId, revision } = await by.call(staffApi.startIntake, { body: { standard: 'ultpk' } });
  const saved = await by.call(staffApi.saveIntake, {
    params: { caseId },
    body: {
      revision,
      entered: answers(claim, village),
      papers: ['head-id-card', 'family-card'],
      ...(claim.onPaper !== undefined && {
        receivedOnPaper: {
          date: dayThere(Date.now() - claim.onPaper * DAY),
          time: '09:15',
          reason: 'powerCut',
        },
      }),
    },
  });
  const wrong = saved.problems.filter(({ severity }) => severity === 'error');
  if (wrong.length > 0) throw new Error(`The form was not in order: ${JSON.stringify(wrong)}`);
  await by.call(staffApi.submitIntake, { params: { caseId }, body: { revision: saved.revision } });
  const view = await by.call(staffApi.getCase, { params: { caseId } });
  const one: Running = { claim, caseId, village, view, visited: 0, blocked: false };
  day.running.set(caseId, one);
  return one;
}

async function withdraw(day: Day, by: Person, one: Running): Promise<void> {
  const view = await by.call(staffApi.getCase, { params: { caseId: one.caseId } });
  try {
    const ended = await by.call(staffApi.interruptCase, {
      params: { caseId: one.caseId, interruption: 'withdraw-at-counter' },
      idempotencyKey: randomUUID(),
      body: { expectedSeq: view.seq, note: 'Atas permintaan keluarga di loket.' },
    });
    saw(day, one, ended);
  } catch (error) {
    if (!isRefused(error, 'case-changed')) throw error;
    await withdraw(day, by, one);
  }
}

export function atTheCounter(day: Day, by: Person, villageOf: (claim: Claim) => string) {
  return async (): Promise<boolean> => {
    const leaving = day.withdrawing.find((one) => one.view.ended === undefined && !day.served.has(one));
    if (leaving !== undefined) {
      day.served.add(leaving);
      await withdraw(day, by, leaving);
      return true;
    }
    const claim = day.arriving.find(isReady(day));
    if (claim === undefined) return false;
    day.arriving.splice(day.arriving.indexOf(claim), 1);
    const one = await file(day, by, claim, villageOf(claim));
    await doStep(day, by, one, 'initial-verification', checked[claim.counter]);
    return true;
  };
}
