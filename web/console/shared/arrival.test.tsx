// @vitest-environment happy-dom
import { MantineProvider } from '@mantine/core';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { aProblem } from '../fixtures/an-api.tsx';
import { Disclosure } from './disclosure.tsx';
import { DoneNotice } from './done-notice.tsx';
import { ProblemNotice } from './problem-notice.tsx';

afterEach(cleanup);

const page = (children: ReactNode) => <MantineProvider env="test">{children}</MantineProvider>;
const focused = (): string => document.activeElement?.textContent ?? '';
const rest = (): void => {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
};

describe('the focus', () => {
  it('stays at the top of the page that was loaded, and goes to the heading of each page entered after it', async () => {
    // A page that was just loaded, whatever was shown before in this process.
    vi.resetModules();
    const { PageHeading } = await import('./page-heading.tsx');
    const { rerender } = render(page(<PageHeading title="Kotak masuk" key="a" />));
    expect(document.activeElement).toBe(document.body);
    expect(document.title).toBe('Kotak masuk · Layan');
    rerender(page(<PageHeading title="Warga Uji Satu" tab="Tiket ABCD" key="b" />));
    expect(focused()).toBe('Warga Uji Satu');
    expect(document.title).toBe('Tiket ABCD · Layan');
  });

  it('goes to what was just done, each time it is done', () => {
    const { rerender } = render(page(<DoneNotice done={undefined} />));
    rerender(page(<DoneNotice done={{ what: 'Tersimpan: Terima berkas.' }} />));
    expect(focused()).toBe('Tersimpan: Terima berkas.');
    rest();
    rerender(page(<DoneNotice done={{ what: 'Tersimpan: Terima berkas.' }} />));
    expect(focused()).toBe('Tersimpan: Terima berkas.');
  });

  it('goes to a fault in what was asked for, not to one that happened by itself', () => {
    const { rerender } = render(page(<ProblemNotice error={aProblem(503, 'x')} />));
    expect(document.activeElement).toBe(document.body);
    rerender(page(<ProblemNotice error={aProblem(503, 'x')} arrive />));
    expect(document.activeElement?.getAttribute('role')).toBe('alert');
  });
});

describe('a fault', () => {
  it('is told with the words of the API and the code to tell to support', () => {
    render(page(<ProblemNotice error={aProblem(503, 'x', { reference: 'req-1' })} />));
    const text = screen.getByRole('alert').textContent;
    expect(text).toContain('Belum dapat');
    expect(text).toContain('Coba lagi.');
    expect(text).toContain('Kode bantuan: req-1');
  });

  it('nobody has words for is told without its technical text', () => {
    render(page(<ProblemNotice error={new TypeError('x is undefined')} />));
    expect(screen.getByRole('alert').textContent).not.toContain('undefined');
  });

  it('is nothing when there is none', () => {
    render(page(<ProblemNotice error={null} />));
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('something on request', () => {
  it('does not exist until it is asked for', () => {
    render(page(<Disclosure summary="Mengakhiri lebih awal">Catatan untuk pemohon</Disclosure>));
    expect(screen.queryByText('Catatan untuk pemohon')).toBeNull();
    const details = screen.getByText('Mengakhiri lebih awal').closest('details');
    if (details === null) throw new Error('no details');
    details.open = true;
    fireEvent(details, new Event('toggle'));
    expect(screen.getByText('Catatan untuk pemohon')).toBeTruthy();
  });
});
