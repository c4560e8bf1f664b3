// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Asked, anApi, Surroundings } from '../../fixtures/an-api.tsx';
import { aCase, aField, anAction, anOutcome } from '../../fixtures/case-view.ts';
import { aMe } from '../../fixtures/me.ts';
import { MeProvider } from '../../shared/me.ts';
import { ActionForm } from './action-form.tsx';

beforeEach(() => {
  sessionStorage.clear();
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe(): void {}
      unobserve(): void {}
      disconnect(): void {}
    },
  );
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const photo = { id: 'front', label: 'Foto depan', required: true, documents: [] };
const accepted = { id: 'doc-9', state: 'accepted', createdAt: '2026-03-20T01:00:00Z' } as const;
const yesNo = ['1', '2'].map((value) => ({ value, label: value === '1' ? 'Ya' : 'Tidak' }));

const survey = anAction({
  id: 'survey',
  label: 'Survei keluarga',
  fields: [
    aField({ fact: 'people', label: 'Jumlah anggota' }),
    aField({ fact: 'dwelling', label: 'Punya rumah', type: 'choice', options: yesNo, required: false }),
    aField({ fact: 'floor', label: 'Luas lantai', required: false, when: { fact: 'dwelling', is: '1' } }),
  ],
  pages: [
    { id: 'family', title: 'Keluarga', facts: ['people'] },
    { id: 'housing', title: 'Perumahan', facts: ['dwelling', 'floor'] },
  ],
  evidence: [photo],
  scores: [
    {
      id: 'poor',
      label: 'Kriteria uji',
      threshold: 1,
      reached: 'Saran: tidak mampu.',
      missed: 'Saran: mampu.',
      criteria: [
        { id: 'none', label: 'Tidak punya rumah', when: { fact: 'dwelling', in: ['2'] } },
        { id: 'tight', label: 'Rumah sempit', when: { fact: 'floor', per: 'people', below: 8 } },
      ],
    },
  ],
  outcomes: [anOutcome({ id: 'complete', label: 'Serahkan hasil' })],
});

function open(action = survey, answer: (asked: Asked) => unknown = () => aCase(), view = aCase()) {
  const { api, asked } = anApi(answer);
  const on = { done: vi.fn(), overtaken: vi.fn() };
  render(
    <Surroundings api={api}>
      <MeProvider value={aMe()}>
        <ActionForm view={view} action={action} on={on} />
      </MeProvider>
    </Surroundings>,
  );
  return { asked, on };
}

const send = (): void => {
  fireEvent.click(screen.getByRole('button', { name: 'Serahkan hasil' }));
};

describe('a form in sections', () => {
  it('asks under the headings of its sections, and further questions in their place', () => {
    open();
    const housing = screen.getByRole('region', { name: 'Perumahan' });
    expect(within(housing).queryByLabelText(/Luas lantai/)).toBeNull();
    fireEvent.click(within(housing).getByRole('radio', { name: 'Ya' }));
    expect(within(housing).getByLabelText(/Luas lantai/)).toBeTruthy();
  });

  it('says all that is missing at once, leads to each, and takes back what was mended', () => {
    const { asked } = open();
    send();
    expect(asked).toEqual([]);
    const summary = screen.getByText(/2 bagian perlu dilengkapi/).closest('[role=alert]');
    if (!(summary instanceof HTMLElement)) throw new Error('no summary');
    expect(document.activeElement).toBe(screen.getByLabelText('Jumlah anggota'));
    fireEvent.click(within(summary).getByRole('button', { name: 'Foto depan' }));
    expect(document.activeElement?.closest('[data-evidence]')?.getAttribute('data-evidence')).toBe('front');
    fireEvent.change(screen.getByLabelText('Jumlah anggota'), { target: { value: '4' } });
    expect(screen.queryByText('Isi dahulu bagian ini.')).toBeNull();
    expect(screen.getByText('Lampirkan dahulu bukti ini.')).toBeTruthy();
  });

  it('does not take the focus away while something is mended', () => {
    open();
    send();
    const people = screen.getByLabelText('Jumlah anggota');
    people.focus();
    fireEvent.change(people, { target: { value: '4' } });
    expect(document.activeElement).toBe(people);
  });

  it('reckons its advice while it is filled in, and says that a person decides', () => {
    open();
    const advice = screen.getByRole('region', { name: 'Saran dari isian' });
    expect(advice.textContent).toContain('0 dari 2 kriteria terpenuhi, 2 belum terjawab.');
    fireEvent.click(screen.getByRole('radio', { name: 'Tidak' }));
    expect(advice.textContent).toContain('Saran: tidak mampu.');
    expect(advice.textContent).toContain('Keputusan tetap pada petugas.');
  });

  it('takes over what the file knows only when asked to', () => {
    open(survey, () => aCase(), aCase({ ordinaryFacts: { people: 5, dwelling: '2' } }));
    const people = screen.getByLabelText('Jumlah anggota');
    expect(people.getAttribute('value')).toBe('');
    fireEvent.click(screen.getByRole('button', { name: 'Isi 2 jawaban yang sudah ada di berkas' }));
    expect(people.getAttribute('value')).toBe('5');
    expect(screen.queryByRole('button', { name: /jawaban yang sudah ada/ })).toBeNull();
  });
});

describe('evidence', () => {
  it('that was accepted goes with the step; what was taken out does not', async () => {
    const other = { ...accepted, id: 'doc-10' };
    const { asked } = open(anAction({ ...survey, evidence: [{ ...photo, documents: [accepted, other] }] }));
    fireEvent.change(screen.getByLabelText('Jumlah anggota'), { target: { value: '4' } });
    fireEvent.click(screen.getByRole('button', { name: 'Keluarkan Foto depan 2' }));
    send();
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    expect(asked[0]?.input.body).toMatchObject({
      facts: { people: '4' },
      attachments: [{ requirement: 'front', document: 'doc-9' }],
    });
  });

  it('that was rejected says why and does not count', () => {
    const rejected = { ...accepted, state: 'rejected', problem: 'Foto ini rusak.' } as const;
    const { asked } = open(anAction({ ...survey, evidence: [{ ...photo, documents: [rejected] }] }));
    fireEvent.change(screen.getByLabelText('Jumlah anggota'), { target: { value: '4' } });
    send();
    expect(screen.getByText('Tidak dapat dipakai')).toBeTruthy();
    expect(screen.getByText('Foto ini rusak.')).toBeTruthy();
    expect(screen.getByText('Lampirkan dahulu bukti ini.')).toBeTruthy();
    expect(asked).toEqual([]);
  });

  it('is not demanded by an outcome that did not look closer', async () => {
    const back = anOutcome({ id: 'complete', label: 'Serahkan hasil', tone: 'return', asks: ['people'] });
    const { asked } = open(anAction({ ...survey, outcomes: [back] }));
    fireEvent.change(screen.getByLabelText('Jumlah anggota'), { target: { value: '4' } });
    send();
    await vi.waitFor(() => expect(asked).toHaveLength(1));
  });

  it('pasted into the page goes to the only place it can belong to', async () => {
    const { asked } = open();
    const file = new File(['x'], 'layar.png', { type: 'image/png' });
    const paste = Object.assign(new Event('paste', { cancelable: true }), {
      clipboardData: { files: [file] },
    });
    document.dispatchEvent(paste);
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    expect(asked[0]).toMatchObject({
      path: '/staff/cases/:caseId/steps/:step/uploads',
      input: { params: { step: 'survey' }, body: { requirement: 'front' } },
    });
    expect(paste.defaultPrevented).toBe(true);
  });

  it('is offered to be drawn only where a signature is asked', () => {
    open(
      anAction({ ...survey, evidence: [photo, { ...photo, id: 'sign', label: 'Tanda tangan responden' }] }),
    );
    expect(screen.getAllByRole('button', { name: 'Gambar tanda tangan' })).toHaveLength(1);
  });
});

describe('a form filled in before', () => {
  const decide = anAction({
    label: 'Putuskan',
    shows: [{ form: 'survey', title: 'Survei keluarga' }],
    outcomes: [anOutcome()],
  });
  const shown = {
    form: 'survey',
    title: 'Survei keluarga',
    pages: [{ title: 'Keluarga', answers: [{ fact: 'nik', label: 'NIK', value: '3574 0000 0000 9001' }] }],
    scores: [],
  };

  it('is opened with one press, and gone with another', async () => {
    const { asked } = open(decide, () => shown);
    expect(asked).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Buka isian: Survei keluarga' }));
    expect(await screen.findByText('3574 0000 0000 9001')).toBeTruthy();
    expect(asked.map(({ path }) => path)).toEqual(['/staff/cases/:caseId/forms/:form/read']);
    fireEvent.click(screen.getByRole('button', { name: 'Tutup isian: Survei keluarga' }));
    await vi.waitFor(() => expect(screen.queryByText('3574 0000 0000 9001')).toBeNull());
  });

  it('is kept nowhere in this browser', async () => {
    open(decide, () => shown);
    fireEvent.click(screen.getByRole('button', { name: 'Buka isian: Survei keluarga' }));
    await screen.findByText('3574 0000 0000 9001');
    expect(JSON.stringify({ ...sessionStorage, ...localStorage })).not.toContain('3574');
  });
});
