// How much is swept: every fault at every call where somebody has the time (`LAYAN_DEEP`), else the worst and one in turn.
import { appendFileSync } from 'node:fs';
import {
  fullPlans,
  type Outcome,
  type PlansOf,
  plansOfSeed,
  sampledPlans,
} from '@layan/testing/faults/sweep';

export const isDeep = process.env.LAYAN_DEEP !== undefined;

/** Names that somebody looks into, separated by commas: they meet every fault. */
export const only = process.env.LAYAN_FAULTS_ONLY?.split(',');

/** Of a random run that failed: shows the same again. */
export const seed = process.env.LAYAN_SEED;

const MANY = 40;

/** @param turn tells operations apart, so that they do not all meet the same fault */
export const plansOf = (turn: number): PlansOf => {
  if (seed !== undefined) return plansOfSeed(seed, MANY);
  return isDeep || only !== undefined ? fullPlans : sampledPlans(turn);
};

/** Every outcome as soon as it is there, one a line: for whoever looks into a finding, and for the sum of all. */
export const show = (kind: string, name: string, { answered, ...outcome }: Outcome): void => {
  const { LAYAN_FAULTS_SHOW: shown } = process.env;
  const line = JSON.stringify({ kind, name, status: answered.status, ...outcome });
  if (shown !== undefined) appendFileSync(shown, `${line}\n`);
};
