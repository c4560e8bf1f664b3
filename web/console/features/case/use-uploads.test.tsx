// @vitest-environment happy-dom
import { staffApi } from '@layan/contract/staff-api';
import { useQuery } from '@tanstack/react-query';
import { act, cleanup, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { anApi, Surroundings } from '../../fixtures/an-api.tsx';
import { aCase, anAction } from '../../fixtures/case-view.ts';
import { useApi } from '../../shared/api.ts';
import { useUploads } from './use-uploads.ts';

/** Storage that takes every file at once. */
class Storage {
  readonly upload = {};
  readonly status = 204;
  onload = (): void => {};
  open(): void {}
  send(): void {
    this.onload();
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('XMLHttpRequest', Storage);
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const wait = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));
const after = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const createdAt = '2026-03-20T01:00:00Z';
const withPhoto = (state: 'accepted' | 'checking') =>
  aCase({
    actions: [
      anAction({
        id: 'survey',
        evidence: [
          { id: 'front', label: 'Foto', required: true, documents: [{ id: 'doc-1', state, createdAt }] },
        ],
      }),
    ],
  });

/** The page of a case over a connection on which its answer takes `takes` milliseconds. */
const open = async (takes: number, state: 'accepted' | 'checking' = 'accepted') => {
  let looks = 0;
  const { api } = anApi(async ({ path }) => {
    if (path !== staffApi.getCase.path)
      return { documentId: 'doc-1', url: 'https://storage.example', fields: {}, maxBytes: 1_000 };
    looks += 1;
    await after(takes);
    return looks === 1 ? aCase() : withPhoto(state);
  });
  const wrapper = ({ children }: { children: ReactNode }) => (
    <Surroundings api={api}>{children}</Surroundings>
  );
  const hook = renderHook(
    ({ known }: { known: boolean }) => {
      const ours = useApi();
      const { data: view = aCase(), refetch } = useQuery({
        queryKey: ['case', 'case-1'],
        queryFn: () => ours.call(staffApi.getCase, { params: { caseId: 'case-1' } }),
      });
      return { view, refetch, uploads: useUploads(known ? withPhoto('accepted') : view, 'survey', () => {}) };
    },
    { wrapper, initialProps: { known: false } },
  );
  await wait(takes);
  return {
    hook,
    looks: () => looks - 1,
    isThere: () => hook.result.current.view.actions.length > 0,
    send: () =>
      act(async () =>
        hook.result.current.uploads.send('front', [
          new File(['%PDF-'], 'foto.pdf', { type: 'application/pdf' }),
        ]),
      ),
  };
};

describe('a photo that is being checked', () => {
  it('is shown with the first answer, however slowly that comes', async () => {
    const { looks, isThere, send } = await open(1_000);
    await send();
    await wait(299);
    expect(looks()).toBe(0);
    await wait(1_100);
    expect(isThere()).toBe(true);
    expect(looks()).toBe(1);
  });

  it('leaves alone what the page asks for meanwhile', async () => {
    const { hook, looks, isThere, send } = await open(1_000);
    await send();
    act(() => void hook.result.current.refetch());
    await wait(1_010);
    expect(isThere()).toBe(true);
    expect(looks()).toBe(1);
  });

  it('is asked for again after an answer that knew nothing yet, until it is known', async () => {
    const { hook, looks, send } = await open(1_000, 'checking');
    await send();
    await wait(1_400);
    expect(looks()).toBe(1);
    await wait(400);
    expect(looks()).toBe(2);
    hook.rerender({ known: true });
    await wait(10_000);
    expect(looks()).toBe(2);
  });
});
