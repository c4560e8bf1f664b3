// Checks all seals, one request each, and can be stopped. What was found is kept once, however many seals name it.
import { verifyAudit } from '@layan/contract/staff/audit';
import { useEffect, useRef, useState } from 'react';
import { useApi } from '../../shared/api.ts';

interface Finding {
  readonly key: string;
  readonly words: string;
  readonly caseId?: string | undefined;
}

export interface Verification {
  readonly state: 'running' | 'stopped' | 'done' | 'failed';
  readonly seals: number;
  readonly cases: number;
  readonly entries: number;
  readonly findings: readonly Finding[];
  readonly error?: unknown;
}

const begun: Verification = { state: 'running', seals: 0, cases: 0, entries: 0, findings: [] };

export function useVerification() {
  const api = useApi();
  const [verification, setVerification] = useState<Verification>();
  const run = useRef(0);
  useEffect(
    () => () => {
      run.current += 1;
    },
    [],
  );
  const start = async (): Promise<void> => {
    run.current += 1;
    const mine = run.current;
    let found = begun;
    setVerification(found);
    try {
      for (let number = 1; run.current === mine; number += 1) {
        const step = await api.call(verifyAudit, { params: { number } });
        if (run.current !== mine) return;
        const known = new Set(found.findings.map(({ key }) => key));
        found = {
          state: step.last ? 'done' : 'running',
          seals: step.last ? found.seals : number,
          cases: found.cases + step.cases,
          entries: found.entries + step.entries,
          findings: [...found.findings, ...step.faults.filter(({ key }) => !known.has(key))],
        };
        setVerification(found);
        if (step.last) return;
      }
    } catch (error) {
      if (run.current === mine) setVerification({ ...found, state: 'failed', error });
    }
  };
  const stop = (): void => {
    run.current += 1;
    setVerification((now) => now && { ...now, state: 'stopped' });
  };
  return { verification, start, stop };
}
