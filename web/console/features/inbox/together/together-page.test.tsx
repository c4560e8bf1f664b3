// @vitest-environment happy-dom
import type { CaseView } from '@layan/contract/staff/case';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Asked, anApi, aProblem, Surroundings } from '../../../fixtures/an-api.tsx';
import { aCase, anAction, anOutcome } from '../../../fixtures/case-view.ts';
import { aLetter } from '../../../fixtures/letter.ts';
import { TogetherPage } from './together-page.tsx';

beforeEach(() => {
  sessionStorage.clear();
  localStorage.clear();
});
afterEach(cleanup);

const head = 'head';
const task = 'sign.8';
const numbered = (n: number) => `case-${n}`;
const waiting = (n: number, changes: Partial<CaseView> = {}): CaseView =>
  aCase({
    id: numbered(n),
    seq: n,
    ticket: `ABCD-EFGH-${n}`,
    applicant: `Warga Uji ${n}`,
    letters: [aLetter({ id: `letter-${n}`, number: `400.9/${n}` })],
    actions: [
      anAction({
        id: 'sign',
        task,
        review: 'sign',
        signs: 'letter',
        signsWith: ['signed'],
        outcomes: [anOutcome({ id: 'signed', label: 'Tanda tangani' })],
      }),
    ],
    ...changes,
  });

const caseIdOf = ({ input }: Asked): string => {
  const params: unknown = input.params;
  return typeof params === 'object' && params !== null && 'caseId' in params ? String(params.caseId) : '';
};
const isSigning = ({ path }: Asked): boolean => path.endsWith('/complete');
const tick = () => new Promise<void>((resolve) => setTimeout(resolve, 1));

interface Scene {
  readonly count: number;
  readonly sign?: (caseId: string) => unknown;
  readonly changes?: (n: number) => Partial<CaseView>;
  readonly way?: 'sign' | 'initial';
}

async function open({ count, sign = () => ({}), changes = () => ({}), way = 'sign' }: Scene) {
  const chosen = Array.from({ length: count }, (_one, at) => [`${numbered(at + 1)}/${task}`, 'yes']);
  sessionStorage.setItem(`layan.kept.chosen.${head}`, JSON.stringify(Object.fromEntries(chosen)));
  let now = 0;
  let most = 0;
  const { api, asked } = anApi(async (call) => {
    if (!isSigning(call)) {
      const n = Number(caseIdOf(call).slice('case-'.length));
      return waiting(n, changes(n));
    }
    now += 1;
    most = Math.max(most, now);
    await tick();
    now -= 1;
    return sign(caseIdOf(call));
  });
  render(
    <Surroundings api={api}>
      <TogetherPage role={head} way={way} />
    </Surroundings>,
  );
  await waitFor(() => expect(screen.getAllByRole('checkbox')).toHaveLength(count));
  return { asked, most: () => most, signings: () => asked.filter(isSigning) };
}

const press = (name: RegExp): void => {
  fireEvent.click(screen.getByRole('button', { name }));
};

describe('many letters at once', () => {
  it('are looked over first: number, about whom, made out to whom', async () => {
    await open({ count: 1 });
    const [row] = screen.getAllByRole('listitem');
    expect(row?.textContent).toContain('Warga Uji 1');
    expect(row?.textContent).toContain('Surat rekomendasi nomor 400.9/1');
    expect(row?.textContent).toContain('Atas nama Petugas Uji 1, Kepala Dinas');
    expect(screen.getByText(/bukan tanda tangan elektronik tersertifikasi/)).toBeTruthy();
  });

  it('are signed by one button, six at a time, each by a command of its own', async () => {
    const { signings, most } = await open({ count: 14 });
    press(/^Tanda tangani 14 surat$/);
    expect(await screen.findByText('14 surat ditandatangani.', {}, { timeout: 5_000 })).toBeTruthy();
    expect(most()).toBe(6);
    expect(signings()).toHaveLength(14);
    expect(new Set(signings().map(({ input }) => input.idempotencyKey)).size).toBe(14);
    expect(signings()[0]?.input).toMatchObject({
      params: { caseId: 'case-1', step: 'sign' },
      body: { expectedSeq: 1, outcome: 'signed', facts: {} },
    });
  });

  it('go without those that were taken out', async () => {
    const { signings } = await open({ count: 3 });
    fireEvent.click(screen.getByRole('checkbox', { name: 'Ikutkan Warga Uji 2, ABCD-EFGH-2' }));
    press(/^Tanda tangani 2 surat$/);
    await waitFor(() => expect(signings().map(caseIdOf)).toEqual(['case-1', 'case-3']));
  });

  it('leave out what cannot be signed so, and say why', async () => {
    await open({
      count: 2,
      changes: (n) => (n === 2 ? { letters: [aLetter({ signable: false, method: 'ink' })] } : {}),
    });
    expect(screen.getByText(/ditandatangani di kertas/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Tanda tangani 1 surat' })).toBeTruthy();
  });

  it('that failed are named with the reason and tried again alone, by the same command', async () => {
    let broken = true;
    const { signings } = await open({
      count: 3,
      sign: (caseId) => {
        if (broken && caseId === 'case-2') throw aProblem(503, 'busy', { detail: 'Layanan sibuk.' });
        return {};
      },
    });
    press(/^Tanda tangani 3 surat$/);
    expect(await screen.findByText('Belum berhasil: Layanan sibuk.')).toBeTruthy();
    expect(screen.getByText('2 dari 3 surat selesai, 1 belum berhasil.')).toBeTruthy();
    broken = false;
    press(/^Coba lagi 1 surat yang belum$/);
    expect(await screen.findByText('3 surat ditandatangani.')).toBeTruthy();
    const keys = signings()
      .filter((call) => caseIdOf(call) === 'case-2')
      .map(({ input }) => input.idempotencyKey);
    expect(keys).toHaveLength(2);
    expect(keys[0]).toBe(keys[1]);
  });

  it('that were done are chosen no longer, so that a page that was closed goes on with the rest', async () => {
    await open({
      count: 2,
      sign: (caseId) => {
        if (caseId === 'case-2') throw aProblem(503, 'busy');
        return {};
      },
    });
    press(/^Tanda tangani 2 surat$/);
    await screen.findByText(/^Belum berhasil/);
    expect(sessionStorage.getItem(`layan.kept.chosen.${head}`)).toBe(
      JSON.stringify({ [`case-1/${task}`]: '', [`case-2/${task}`]: 'yes' }),
    );
  });

  it('are worked with the keyboard alone', async () => {
    await open({ count: 2 });
    const key = (pressed: string) =>
      fireEvent.keyDown(document.activeElement ?? document.body, { key: pressed });
    key('j');
    key('j');
    key('x');
    expect(screen.getByRole('button', { name: 'Tanda tangani 1 surat' })).toBeTruthy();
    key('o');
    const letter = await screen.findByRole('region', { name: 'Surat Warga Uji 2' });
    expect(within(letter).getByRole('heading', { name: 'Surat rekomendasi nomor 400.9/2' })).toBeTruthy();
    key('Escape');
    expect(screen.queryByRole('region', { name: 'Surat Warga Uji 2' })).toBeNull();
  });
});

it('a draft that is initialled with others is looked at as it would be frozen', async () => {
  const action = anAction({ id: 'tier', task, review: 'initial' });
  const draft = aLetter({
    state: 'draft',
    id: undefined,
    number: undefined,
    file: undefined,
    signable: false,
  });
  const sign = { step: 'sign', label: '', role: '', verb: 'sign', state: 'ahead' } as const;
  const tier = { ...sign, step: 'tier', verb: 'initial', state: 'now' } as const;
  const ladder = { draft: 'write', label: '', role: '', tiers: [tier, sign], returns: [] };
  const { asked } = await open({
    count: 1,
    way: 'initial',
    changes: () => ({ actions: [action], letters: [draft], ladders: [ladder] }),
  });
  expect(screen.getByRole('button', { name: 'Paraf 1 konsep' })).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Lihat surat Warga Uji 1' }));
  await waitFor(() =>
    expect(asked.at(-1)).toMatchObject({
      path: expect.stringMatching(/preview$/),
      input: { body: { step: 'tier', facts: {} } },
    }),
  );
});
