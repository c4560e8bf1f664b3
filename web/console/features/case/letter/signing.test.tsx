// @vitest-environment happy-dom
import type { ActionView, CaseView } from '@layan/contract/staff/case';
import type { LetterView, SignedUploadView } from '@layan/contract/staff/letter-view';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { anApi, Surroundings } from '../../../fixtures/an-api.tsx';
import { aCase, anAction, anOutcome } from '../../../fixtures/case-view.ts';
import { aLetter } from '../../../fixtures/letter.ts';
import { aMe } from '../../../fixtures/me.ts';
import { MeProvider } from '../../../shared/me.ts';
import { ActionForm } from '../action-form.tsx';

beforeEach(() => sessionStorage.clear());
afterEach(cleanup);

const signing = anAction({
  id: 'sign',
  task: 'sign.8',
  label: 'Tanda tangani surat',
  review: 'sign',
  signs: 'letter',
  signsWith: ['signed'],
  outcomes: [anOutcome({ id: 'signed', label: 'Tanda tangani' })],
});

function open(letter: Partial<LetterView> = {}, action: ActionView = signing) {
  const view: CaseView = aCase({ seq: 9, letters: [aLetter(letter)], actions: [action] });
  const { api, asked } = anApi(({ path }) => {
    if (path.endsWith('/complete')) return view;
    if (path.endsWith('/signatory')) return { seq: 10 };
    return path.endsWith('/open') ? { url: 'about:blank' } : {};
  });
  const on = { done: vi.fn(), overtaken: vi.fn() };
  render(
    <Surroundings api={api}>
      <MeProvider value={aMe()}>
        <ActionForm view={view} action={action} on={on} />
      </MeProvider>
    </Surroundings>,
  );
  return {
    on,
    bodies: (end: string) => asked.filter(({ path }) => path.endsWith(end)).map(({ input }) => input.body),
  };
}
const press = (name: RegExp | string): void => {
  fireEvent.click(screen.getByRole('button', { name }));
};
const upload = (changes: Partial<SignedUploadView> = {}): SignedUploadView => ({
  id: 'up-1',
  state: 'accepted',
  ...changes,
});

describe('a letter that is signed', () => {
  it('with the seal takes one press, says what the seal is and is not, and sends nothing else', async () => {
    const { bodies, on } = open();
    expect(screen.getByText(/membuktikan surat berasal dari dinas/).textContent).toContain(
      'bukan tanda tangan elektronik tersertifikasi',
    );
    press('Tanda tangani (segel dinas)');
    await waitFor(() => expect(on.done).toHaveBeenCalled());
    expect(bodies('/complete')).toEqual([{ expectedSeq: 9, outcome: 'signed', facts: {} }]);
  });

  it('by who stands in says as whom on the button', () => {
    open({}, { ...signing, capacities: [{ role: 'secretary', label: 'Plt. Kepala Dinas' }] });
    expect(
      screen.getByRole('button', { name: 'Tanda tangani sebagai Plt. Kepala Dinas (segel dinas)' }),
    ).toBeTruthy();
  });

  it('waits until its paper is drawn', () => {
    const { bodies } = open({ file: undefined, method: undefined });
    press('Tanda tangani');
    expect(screen.getByText('Surat masih disiapkan. Tunggu sebentar.')).toBeTruthy();
    expect(bodies('/complete')).toEqual([]);
  });

  it('and made out to somebody else is made out anew first', async () => {
    const signatory = { id: 's', name: 'Pejabat Uji', as: 'Kepala Dinas', me: false };
    const { bodies } = open({ signatory });
    press('Tanda tangani (segel dinas)');
    expect(screen.getByText('Siapkan dahulu surat ini atas nama Anda.')).toBeTruthy();
    press('Siapkan atas nama saya');
    await waitFor(() => expect(bodies('/signatory')).toEqual([{ expectedSeq: 9, to: 'staff-1' }]));
    expect(bodies('/complete')).toEqual([]);
  });

  it('outside needs the signed file, and sends which one', async () => {
    const { bodies } = open({ method: 'certificate' });
    press('Tanda tangani');
    expect(screen.getByText('Unggah dahulu surat yang sudah ditandatangani.')).toBeTruthy();
    expect(bodies('/complete')).toEqual([]);
    cleanup();
    const signatures = [
      { subject: 'Pejabat Uji', issuer: 'BSrE', signed: '3 Maret 2026', valid: true, bsre: true },
    ];
    const second = open({
      method: 'certificate',
      uploads: [
        upload({ id: 'up-0', problem: 'Isi berkas ini berubah.' }),
        upload({ same: true, signatures }),
      ],
    });
    expect(screen.getByText('Isi berkas ini berubah.')).toBeTruthy();
    expect(screen.getByText(/Isinya sama dengan surat yang disiapkan/)).toBeTruthy();
    expect(screen.getByText(/Sertifikat dari BSrE \(BSrE\): sah/)).toBeTruthy();
    press('Tanda tangani');
    await waitFor(() =>
      expect(second.bodies('/complete')).toMatchObject([{ signature: { document: 'up-1' } }]),
    );
  });

  it('by hand asks for the number when no code was read on the scan', async () => {
    const { bodies } = open({ method: 'ink', uploads: [upload({ code: 'none' })] });
    press('Tanda tangani');
    expect(screen.getAllByText('Tulis dahulu nomor yang tertera pada surat.').length).toBeGreaterThan(0);
    fireEvent.change(screen.getByLabelText('Nomor pada surat'), { target: { value: ' 400.9/0001 ' } });
    press('Tanda tangani');
    await waitFor(() =>
      expect(bodies('/complete')).toMatchObject([{ signature: { document: 'up-1', number: '400.9/0001' } }]),
    );
  });

  it('asks for nothing of that when it is sent back', () => {
    const back = anOutcome({ id: 'back', label: 'Kembalikan', tone: 'return' });
    open({ method: 'ink' }, { ...signing, outcomes: [back] });
    expect(screen.queryByText(/Cara:/)).toBeNull();
  });
});
