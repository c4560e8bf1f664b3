// Looks again at a case while something is made ready behind it, for as long as that can take.
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

const AGAIN = 2_000;
const MOST = 45;

export function useWatch(caseId: string, waiting: boolean): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (!waiting) return;
    let looks = 0;
    const timer = setInterval(() => {
      looks += 1;
      if (looks > MOST) clearInterval(timer);
      // What is under way is not called off for a newer one: on a slow connection no answer would ever come.
      else void queries.invalidateQueries({ queryKey: ['case', caseId] }, { cancelRefetch: false });
    }, AGAIN);
    return () => clearInterval(timer);
  }, [queries, caseId, waiting]);
}
