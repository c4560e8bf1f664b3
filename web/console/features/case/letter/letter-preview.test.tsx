// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { anApi, Surroundings } from '../../../fixtures/an-api.tsx';
import { aCase, aField, anAction, anOutcome } from '../../../fixtures/case-view.ts';
import { aLetter } from '../../../fixtures/letter.ts';
import { aMe } from '../../../fixtures/me.ts';
import { MeProvider } from '../../../shared/me.ts';
import { ActionForm } from '../action-form.tsx';

const screenOf = (wide: boolean): void => {
  vi.stubGlobal('matchMedia', () => ({ matches: wide, addEventListener() {}, removeEventListener() {} }));
};
beforeEach(() => {
  sessionStorage.clear();
  vi.spyOn(URL, 'createObjectURL').mockReturnValue('about:blank');
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const hospital = { fact: 'hospital', label: 'Rumah sakit tujuan' };
const born = { fact: 'born', label: 'Tanggal lahir' };
const draft = anAction({
  id: 'draft',
  fields: [aField({ ...hospital, type: 'text' })],
  outcomes: [anOutcome({ id: 'submit', label: 'Ajukan konsep' })],
});
const signing = { step: 'sign', label: '', role: 'Kepala Dinas', verb: 'sign', state: 'ahead' } as const;
const view = aCase({
  actions: [draft],
  letters: [
    aLetter({ state: 'draft', id: undefined, number: undefined, file: undefined, missing: [hospital, born] }),
  ],
  ladders: [{ draft: 'draft', label: 'Susun konsep', role: 'Front Office', tiers: [signing], returns: [] }],
});

function open() {
  const { api, asked } = anApi(() => ({ pdf: btoa('%PDF-1.4'), missing: [born], unprintable: [] }));
  render(
    <Surroundings api={api}>
      <MeProvider value={aMe()}>
        <ActionForm view={view} action={draft} on={{ done: vi.fn(), overtaken: vi.fn() }} />
      </MeProvider>
    </Surroundings>,
  );
  return () => asked.map(({ input }) => input.body);
}
const type = (value: string): void => {
  fireEvent.change(screen.getByLabelText('Rumah sakit tujuan'), { target: { value } });
};

describe('the draft of a letter', () => {
  it('is drawn beside the form on a wide screen and follows what is typed, once the hand rests', async () => {
    screenOf(true);
    const bodies = open();
    await waitFor(() => expect(bodies()).toEqual([{ step: 'draft', facts: {} }]));
    expect((await screen.findByTitle('Konsep Surat rekomendasi')).getAttribute('src')).toBe('about:blank');
    type('RSUD');
    type('RSUD Uji');
    expect(bodies()).toHaveLength(1);
    await waitFor(
      () => expect(bodies().slice(1)).toEqual([{ step: 'draft', facts: { hospital: 'RSUD Uji' } }]),
      {
        timeout: 3_000,
      },
    );
  });

  it('is drawn on a narrow screen when somebody asks for it, and says when it is behind', async () => {
    screenOf(false);
    const bodies = open();
    expect(bodies()).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Lihat konsep surat' }));
    await screen.findByTitle('Konsep Surat rekomendasi');
    type('RSUD Uji');
    expect(screen.getByText('Isian sudah berubah sejak konsep ini digambar.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Perbarui konsep surat' }));
    await waitFor(() => expect(bodies()).toHaveLength(2));
  });

  it('names what is missing; what this form asks for is one press away', () => {
    screenOf(false);
    open();
    expect(screen.getByText('Tanggal lahir (tidak ditanyakan pada langkah ini)')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Rumah sakit tujuan' }));
    expect(document.activeElement).toBe(screen.getByLabelText('Rumah sakit tujuan'));
    type('RSUD Uji');
    expect(screen.queryByRole('button', { name: 'Rumah sakit tujuan' })).toBeNull();
  });
});
