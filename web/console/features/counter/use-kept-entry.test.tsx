// @vitest-environment happy-dom
import { act, cleanup, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Asked, anApi, aProblem, Surroundings } from '../../fixtures/an-api.tsx';
import { emptyEntry } from './entry.ts';
import { useKeptEntry } from './use-kept-entry.ts';

beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true }));
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const START = '/staff/counter/intakes';
const isStart = ({ path }: Asked) => path === START;

const open = (answer?: (asked: Asked, saves: number) => unknown) => {
  let revision = 1;
  let saves = 0;
  const { api, asked } = anApi((one) => {
    if (isStart(one)) return { caseId: 'case-1', revision: 1 };
    saves += 1;
    const given = answer?.(one, saves);
    if (given !== undefined) return given;
    revision += 1;
    return { caseId: 'case-1', revision, savedAt: '2026-02-04T02:00:00Z', problems: [], documents: [] };
  });
  const onStarted = vi.fn();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <Surroundings api={api}>{children}</Surroundings>
  );
  const hook = renderHook(
    () => useKeptEntry({ standard: 'ultpk', entry: emptyEntry, documents: [], onStarted }),
    { wrapper },
  );
  const type = (text: string) =>
    act(() => hook.result.current.change((before) => ({ ...before, entered: { applicantName: text } })));
  const bodies = () => asked.filter((one) => !isStart(one)).map(({ input }) => input.body);
  return { hook, asked, onStarted, type, bodies };
};

describe('what is typed at the counter', () => {
  it('begins an intake only with the first key, and is saved when the keys rest', async () => {
    const { hook, asked, onStarted, type, bodies } = open();
    expect(asked).toEqual([]);
    type('War');
    type('Warga');
    await act(() => vi.advanceTimersByTimeAsync(1_900));
    expect(asked).toEqual([]);
    await act(() => vi.advanceTimersByTimeAsync(200));
    await waitFor(() => expect(hook.result.current.keeping.state).toBe('kept'));
    expect(onStarted).toHaveBeenCalledExactlyOnceWith('case-1');
    expect(bodies()).toEqual([
      {
        ...{ revision: 1, entered: { applicantName: 'Warga' }, papers: [] },
        ...{ shown: [], choices: {}, anonymous: false, confidential: false },
      },
    ]);
  });

  it('is saved at once when the field is left, one request after the other', async () => {
    const { hook, asked, type, bodies } = open();
    type('A');
    act(() => hook.result.current.left());
    await act(() => vi.advanceTimersByTimeAsync(1));
    type('AB');
    await act(() => hook.result.current.flush());
    expect(asked.filter(isStart)).toHaveLength(1);
    expect(bodies()).toMatchObject([
      { revision: 1, entered: { applicantName: 'A' } },
      { revision: 2, entered: { applicantName: 'AB' } },
    ]);
    await act(() => hook.result.current.flush());
    expect(bodies()).toHaveLength(2);
  });

  it('is tried again by itself when the connection failed', async () => {
    const { hook, type, bodies } = open((_one, saves) => {
      if (saves === 1) throw aProblem(503, 'unreadable-answer');
      return undefined;
    });
    type('A');
    await act(() => vi.advanceTimersByTimeAsync(2_100));
    await waitFor(() => expect(hook.result.current.keeping.state).toBe('failed'));
    await act(() => vi.advanceTimersByTimeAsync(8_100));
    await waitFor(() => expect(hook.result.current.keeping.state).toBe('kept'));
    expect(bodies()).toHaveLength(2);
  });

  it('is not written over what another window saved, until somebody says so', async () => {
    const { hook, asked, type } = open((_one, saves) => {
      if (saves === 1) throw aProblem(409, 'filing-changed');
      return undefined;
    });
    type('A');
    await act(() => vi.advanceTimersByTimeAsync(2_100));
    await waitFor(() => expect(hook.result.current.keeping.state).toBe('failed'));
    await act(() => vi.advanceTimersByTimeAsync(20_000));
    expect(asked.filter((one) => !isStart(one))).toHaveLength(1);
    await act(() => hook.result.current.keepApart());
    expect(asked.filter(isStart)).toHaveLength(2);
    expect(hook.result.current.keeping.state).toBe('kept');
  });

  it('goes to the server also when somebody leaves for another page', async () => {
    const { hook, type, bodies } = open();
    type('A');
    hook.unmount();
    await vi.advanceTimersByTimeAsync(10);
    await waitFor(() => expect(bodies()).toHaveLength(1));
  });

  it('never stands in the storage of the browser', async () => {
    const { hook, type } = open();
    type('Warga Uji Satu');
    await act(() => hook.result.current.flush());
    expect(JSON.stringify({ ...localStorage }) + JSON.stringify({ ...sessionStorage })).not.toContain(
      'Warga',
    );
  });
});
