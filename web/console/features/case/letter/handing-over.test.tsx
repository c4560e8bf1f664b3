// @vitest-environment happy-dom
import type { CaseView } from '@layan/contract/staff/case';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { anApi, Surroundings } from '../../../fixtures/an-api.tsx';
import { aCase, anAction } from '../../../fixtures/case-view.ts';
import { aLetter } from '../../../fixtures/letter.ts';
import { HandingOver, isHandedOverInForm } from './handing-over.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const step = anAction({ id: 'hand-over', label: 'Serahkan surat' });
const signed = aLetter({ state: 'active' });
const aCaseWith = (changes: Partial<CaseView> = {}): CaseView =>
  aCase({ letters: [signed], actions: [step], ...changes });

function open(view = aCaseWith(), answer: object = {}) {
  const { api, asked } = anApi(() => ({ url: 'https://berkas.example/x', ...answer }));
  render(
    <Surroundings api={api}>
      <HandingOver view={view} action={step} />
    </Surroundings>,
  );
  return asked;
}

it('a letter is printed in the step that goes on with it, and says which print it was', async () => {
  const tab = { location: { replace: vi.fn() }, opener: {}, close: vi.fn() };
  vi.stubGlobal('open', () => tab);
  const asked = open(aCaseWith(), { kind: 'original', copy: 1 });
  fireEvent.click(screen.getByRole('button', { name: /^Cetak surat/ }));
  expect(await screen.findByText('Surat asli, cetakan ke-1 terbuka di tab baru.')).toBeTruthy();
  expect(tab.location.replace).toHaveBeenCalledWith('https://berkas.example/x');
  expect(asked).toMatchObject([{ input: { params: { caseId: 'case-1', letterId: 'letter-1' }, body: {} } }]);
});

it('a copy is asked for as one; without a tab there is a link', async () => {
  vi.stubGlobal('open', () => null);
  const asked = open(aCaseWith(), { kind: 'copy', copy: 3 });
  fireEvent.click(screen.getByRole('button', { name: /^Cetak salinan/ }));
  const link = await screen.findByRole('link', { name: 'buka PDF' });
  expect(link.closest('p')?.textContent).toContain('Salinan bertanda “Salinan”, cetakan ke-3');
  expect(asked[0]?.input.body).toEqual({ marked: true });
});

it('nothing is handed over that is not signed, or while its draft is under review', () => {
  open(aCaseWith({ letters: [aLetter()] }));
  expect(screen.queryByRole('button')).toBeNull();
  const ladder = { draft: step.id, label: '', role: '', tiers: [], returns: [] };
  expect(isHandedOverInForm(aCaseWith({ ladders: [ladder] }))).toBe(false);
  expect(isHandedOverInForm(aCaseWith())).toBe(true);
});
