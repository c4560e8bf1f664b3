// @vitest-environment happy-dom
import { useQuery } from '@tanstack/react-query';
import { act, cleanup, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { anApi, Surroundings } from '../../../fixtures/an-api.tsx';
import { useWatch } from './use-watch.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const wait = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));

it('shows the first answer, also where that takes longer than the pause between two looks', async () => {
  const { api } = anApi(() => undefined);
  const wrapper = ({ children }: { children: ReactNode }) => (
    <Surroundings api={api}>{children}</Surroundings>
  );
  let looks = 0;
  const queryFn = async () => {
    looks += 1;
    const answer = looks;
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    return answer;
  };
  const { result } = renderHook(
    () => {
      useWatch('case-1', true);
      return useQuery({ queryKey: ['case', 'case-1'], queryFn });
    },
    { wrapper },
  );
  await wait(3_100);
  expect(result.current.data).toBe(1);
  await wait(4_000);
  expect(result.current.data).toBe(2);
});
