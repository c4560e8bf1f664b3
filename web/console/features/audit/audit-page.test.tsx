// @vitest-environment happy-dom
import { administrativeActs } from '@layan/domain/access/administrative-acts';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { type Asked, anApi, aProblem, Surroundings } from '../../fixtures/an-api.tsx';
import { aMe } from '../../fixtures/me.ts';
import { MeProvider } from '../../shared/me.ts';
import { actInWords } from './act-words.ts';
import { AuditPage } from './audit-page.tsx';

afterEach(cleanup);

const at = '2026-09-02T03:00:00.000Z';
const entry = (seq: number) => ({ seq, at, by: 'Petugas Uji Satu', act: 'add-closure', about: 'agency' });
const look = { ...entry(1), act: 'unmask-fact', about: 'c1', caseId: 'c1', detail: 'nik' };
const seal = (number: number) => ({ number, at, cases: number, hash: 'ab'.repeat(32) });
const step = (number: number, last = false, faults: object[] = []) => ({
  ...{ number, faults, cases: 2, entries: 3, last },
});

const empty = ({ path }: Asked): unknown =>
  path.endsWith('/entries') ? { entries: [] } : path.endsWith('/seals') ? { seals: [] } : step(1, true);

const open = async (answer: (asked: Asked) => unknown) => {
  const { api, asked } = anApi(answer);
  render(
    <Surroundings api={api}>
      <MeProvider value={aMe({ officer: true })}>
        <AuditPage />
      </MeProvider>
    </Surroundings>,
  );
  await screen.findByRole('heading', { name: 'Jejak audit' });
  return asked;
};
const check = () => fireEvent.click(screen.getByRole('button', { name: 'Periksa semua segel' }));

describe('the page of the audit trail', () => {
  it('says what is not there yet', async () => {
    await open(empty);
    await screen.findByText('Belum ada tindakan yang tercatat.');
    await screen.findByText('Belum ada data yang dibuka.');
    await screen.findByText(/^Belum ada segel\./);
  });

  it('tells who did what, when, and leads to the case that was looked at', async () => {
    await open((asked) => {
      if (asked.path.endsWith('/seals')) return { seals: [seal(2), seal(1)] };
      const { chain } = Object(asked.input.query);
      return { entries: [chain === 'unmasking' ? look : entry(7)] };
    });
    await screen.findByText(/menambah hari libur/);
    expect((await screen.findByRole('link', { name: 'lihat berkas' })).getAttribute('href')).toBe(
      '/berkas/c1',
    );
    expect((await screen.findByText(/membuka data yang disamarkan/)).textContent).toContain('(nik)');
    await screen.findByText(/^2 berkas berubah/);
  });

  it('fetches older entries when asked', async () => {
    const asked = await open((call) => {
      const { before, chain } = Object(call.input.query);
      if (!call.path.endsWith('/entries') || chain === 'unmasking') return empty(call);
      return before === undefined ? { entries: [entry(2)], next: 2 } : { entries: [entry(1)] };
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Tampilkan yang lebih lama' }));
    await waitFor(() => expect(screen.getAllByText(/menambah hari libur/)).toHaveLength(2));
    expect(asked.map(({ input }) => Object(input.query).before)).toContain(2);
    expect(screen.queryByRole('button', { name: 'Tampilkan yang lebih lama' })).toBeNull();
  });

  it('checks one seal after the other and says that all is in order', async () => {
    const asked = await open((call) => {
      const { number } = Object(call.input.params);
      return call.path.endsWith('verification') ? step(number, number === 3) : empty(call);
    });
    check();
    await screen.findByText('Jejak audit utuh: 2 segel, 6 keadaan berkas, 9 catatan.');
    const numbers = asked.flatMap(({ input }) => Object(input.params).number ?? []);
    expect(numbers).toEqual([1, 2, 3]);
  });

  it('tells each finding once, and where it is', async () => {
    const fault = { key: 'case c1', words: 'Berkas c1, catatan ke-2: isinya diubah.', caseId: 'c1' };
    await open((call) => {
      const { number } = Object(call.input.params);
      return call.path.endsWith('verification')
        ? step(number, number === 3, number < 3 ? [fault] : [])
        : empty(call);
    });
    check();
    await screen.findByText(/^Ada 1 temuan\./);
    expect(screen.getAllByText(/isinya diubah/)).toHaveLength(1);
    expect(screen.getByRole('link', { name: 'Lihat berkas' }).getAttribute('href')).toBe('/berkas/c1');
  });

  it('can be stopped, and says so', async () => {
    let answered = 0;
    const asked = await open((call) => {
      if (!call.path.endsWith('verification')) return empty(call);
      answered += 1;
      return answered > 2 ? new Promise(() => undefined) : step(answered);
    });
    check();
    await waitFor(() => expect(answered).toBe(3));
    fireEvent.click(screen.getByRole('button', { name: 'Hentikan' }));
    await screen.findByText(/^Pemeriksaan dihentikan setelah 2 segel/);
    expect(asked.filter(({ path }) => path.endsWith('verification'))).toHaveLength(3);
  });

  it('says what went wrong, and how far it came', async () => {
    await open((call) => {
      if (!call.path.endsWith('verification')) return empty(call);
      if (Object(call.input.params).number > 1) throw aProblem(503, 'busy');
      return step(1);
    });
    check();
    await screen.findByText(/^Pemeriksaan terhenti setelah 1 segel/);
    await screen.findByText('Coba lagi.');
  });

  it('has words for every act of administration', () => {
    for (const act of administrativeActs) expect(actInWords(act)).toMatch(/^me[a-z]+ /);
    expect(actInWords('constructor')).toBe('constructor');
  });
});
