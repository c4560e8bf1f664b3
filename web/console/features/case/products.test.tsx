// @vitest-environment happy-dom
import type { CaseView, ProductView } from '@layan/contract/staff/case';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Asked, anApi, aProblem, Surroundings } from '../../fixtures/an-api.tsx';
import { aCase } from '../../fixtures/case-view.ts';
import { Products } from './products.tsx';

beforeEach(() => {
  sessionStorage.clear();
  // A text that grows listens for its font, which this document does not have.
  Object.defineProperty(document, 'fonts', { value: new EventTarget(), configurable: true });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

type Change = ProductView['actions'][number];

const aChange = (changes: Partial<Change> = {}): Change => ({
  id: 'holder-died',
  label: 'Cabut: pemegang meninggal',
  change: 'revoke',
  note: 'required',
  allowed: true,
  ...changes,
});

const aCard = (changes: Partial<ProductView> = {}): ProductView => ({
  id: 'card-1',
  label: 'Kartu Bestari',
  kind: 'card',
  number: 'BST-2026-000001',
  state: 'active',
  issued: 'Jumat, 20 Maret 2026, 09.00 WIB',
  changed: 'Jumat, 20 Maret 2026, 09.00 WIB',
  actions: [
    aChange(),
    aChange({ id: 'replace', label: 'Ganti kartu yang hilang', change: 'replace', note: 'none' }),
  ],
  ...changes,
});

function open(products: CaseView['products'], answer: (asked: Asked) => unknown = () => aCase()) {
  const { api, asked } = anApi(answer);
  const on = { done: vi.fn(), overtaken: vi.fn() };
  render(
    <Surroundings api={api}>
      <Products view={aCase({ products })} on={on} />
    </Surroundings>,
  );
  return { asked, on };
}

const unfold = (summary: RegExp): void => {
  const details = screen.getByText(summary).closest('details');
  if (details === null) throw new Error('no details');
  details.open = true;
  fireEvent(details, new Event('toggle'));
};

describe('a card', () => {
  it('tells its number and its state in words, the newest copy first', () => {
    open([
      aCard({ state: 'revoked', actions: [] }),
      aCard({ id: 'card-2', number: 'BST-2026-000002', replaces: 'BST-2026-000001', actions: [] }),
    ]);
    const [first, second] = screen.getAllByRole('listitem');
    expect(first?.textContent).toContain('BST-2026-000002 berlaku');
    expect(first?.textContent).toContain('pengganti nomor BST-2026-000001');
    expect(second?.textContent).toContain('BST-2026-000001 dicabut');
  });

  it('that is no longer in force is not printed, nor is a letter', () => {
    open([aCard({ state: 'revoked' }), aCard({ id: 'l', kind: 'letter' })]);
    expect(screen.queryByRole('button', { name: 'Cetak kartu' })).toBeNull();
  });

  it('opens its print in a tab of its own and tells which copy it is', async () => {
    const replace = vi.fn();
    vi.stubGlobal('open', () => ({ location: { replace }, opener: null }));
    const { asked } = open([aCard()], () => ({ url: 'https://x.example/p.pdf', copy: 3, kind: 'copy' }));
    fireEvent.click(screen.getByRole('button', { name: 'Lembar A4' }));
    expect(await screen.findByText('Salinan, cetakan ke-3 terbuka di tab baru.')).toBeTruthy();
    expect(asked[0]?.input).toMatchObject({ params: { productId: 'card-1' }, body: { layout: 'a4' } });
    expect(replace).toHaveBeenCalledWith('https://x.example/p.pdf');
  });

  it('gives a link where the browser opens no tab', async () => {
    vi.stubGlobal('open', () => null);
    open([aCard()], () => ({ url: 'https://x.example/p.pdf', copy: 1, kind: 'original' }));
    fireEvent.click(screen.getByRole('button', { name: 'Cetak kartu' }));
    const link = await screen.findByRole('link', { name: 'buka PDF' });
    expect(link.getAttribute('href')).toBe('https://x.example/p.pdf');
  });
});

describe('what may be done to a card', () => {
  it('is chosen first; a note that is needed is asked for before anything is sent', async () => {
    const { asked, on } = open([aCard()]);
    unfold(/Yang dapat dilakukan/);
    expect(screen.queryByRole('button', { name: /^Cabut/ })).toBeNull();
    fireEvent.click(screen.getByRole('radio', { name: 'Cabut: pemegang meninggal' }));
    expect(screen.getByText(/tidak dapat dikembalikan/)).toBeTruthy();
    const act = screen.getByRole('button', { name: 'Cabut: pemegang meninggal' });
    fireEvent.click(act);
    expect(asked).toEqual([]);
    fireEvent.change(screen.getByLabelText('Catatan untuk pemohon'), {
      target: { value: ' Turut berduka. ' },
    });
    fireEvent.click(act);
    await vi.waitFor(() => expect(on.done).toHaveBeenCalledWith('Tersimpan: Cabut: pemegang meninggal.'));
    expect(asked[0]).toMatchObject({
      path: '/staff/cases/:caseId/products/:productId/actions/:action',
      input: {
        params: { caseId: 'case-1', productId: 'card-1', action: 'holder-died' },
        body: { expectedSeq: 7, note: 'Turut berduka.' },
      },
    });
    expect(asked[0]?.input.idempotencyKey).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('says why the rest may not be done', () => {
    open([aCard({ actions: [aChange({ allowed: false, reason: 'Langkah ini untuk peran lain.' })] })]);
    unfold(/Mengapa tindakan lain/);
    expect(screen.getByText(/Langkah ini untuk peran lain\./)).toBeTruthy();
    expect(screen.queryByRole('radio')).toBeNull();
  });

  it('hands over the note when somebody was faster', async () => {
    const { on } = open([aCard()], () => {
      throw aProblem(409, 'case-changed');
    });
    unfold(/Yang dapat dilakukan/);
    fireEvent.click(screen.getByRole('radio', { name: 'Cabut: pemegang meninggal' }));
    fireEvent.change(screen.getByLabelText('Catatan untuk pemohon'), { target: { value: 'Catatan.' } });
    fireEvent.click(screen.getByRole('button', { name: 'Cabut: pemegang meninggal' }));
    await vi.waitFor(() =>
      expect(on.overtaken).toHaveBeenCalledWith(expect.objectContaining({ note: 'Catatan.' })),
    );
  });
});
