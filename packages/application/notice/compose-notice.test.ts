import { CaseSnapshot } from '@layan/domain/case/snapshot';
import { toInstantText } from '@layan/domain/kernel/instant';
import { ultpk } from '@layan/standards/kota-probolinggo/ultpk';
import { aFiledCase, aPromise } from '@layan/testing/builders/a-case';
import { aTenant } from '@layan/testing/builders/a-tenant';
import { hashOf, instant, ticketOf } from '@layan/testing/builders/ids';
import { describe, expect, it } from 'vitest';
import { composeNotice } from './compose-notice.ts';
import { letterHtml } from './notice-letter.ts';
import type { Turn } from './pending-turns.ts';

const now = instant('2026-02-04T07:05:00.000Z');
const earlier = instant('2026-02-04T02:00:00.000Z');
const trackingUrl = 'https://kota-probolinggo.layan.example/lacak';
const agency = {
  id: ultpk.agency,
  name: 'Dinas Sosial Uji',
  shortName: 'Dinsos',
  address: 'Jalan Contoh 13',
  phone: '(0335) 900000',
};
const tenant = aTenant({ governmentName: 'Pemerintah Kota Uji', agencies: [agency] });
const standard = { id: ultpk.id, version: 1, hash: hashOf('standard') };
const refused = ultpk.process.endings.find(({ kind }) => kind === 'refused');
const [product] = ultpk.process.products;
const promise = ultpk.process.deadlines.find(({ kind }) => kind === 'promise');
const [channel] = ultpk.process.channels;
if (!refused || !product || !promise || !channel) throw new Error('the standard lacks what is told here');

const turn = (changes: Partial<Turn> = {}): Turn => ({
  at: now,
  seq: 5,
  text: 'Berkas Anda lengkap.',
  notify: true,
  ...changes,
});

const write = (changes: Partial<CaseSnapshot>, turns: readonly Turn[] = [turn()]) => {
  const { snapshot } = aFiledCase(1, {
    standard,
    agency: ultpk.agency,
    channel: channel.id,
    tasks: [],
    promises: [],
    ...changes,
  }).after;
  return composeNotice({
    standard: ultpk,
    snapshot: CaseSnapshot.parse(snapshot),
    turns,
    setting: { tenant, now },
    trackingUrl,
  });
};

const running = aPromise({ promise: promise.id, from: earlier, dueAt: instant('2026-02-06T09:00:00.000Z') });
const card = {
  product: product.id,
  id: 'kartu-uji',
  state: 'active' as const,
  issuedAt: now,
  changedAt: now,
};

describe('the subject of a notice', () => {
  it('names service, ticket and what it is about', () => {
    const { subject } = write({}, [turn({ seq: 1 })]);
    expect(subject).toBe(`${ultpk.shortTitle} ${ticketOf(1)}: permohonan kami terima`);
  });

  it.each([
    [
      'what must be completed',
      {
        returned: {
          step: 's',
          missing: { requirements: [], facts: [] },
          at: now,
          by: { party: 'system' as const },
        },
      },
      'mohon lengkapi berkas',
    ],
    ['a new card', { products: [card] }, `${product.label} terbit`],
    [
      'a card that changed',
      { products: [{ ...card, issuedAt: earlier, state: 'revoked' as const }] },
      `kabar tentang ${product.label}`,
    ],
    ['an end, and not how it went', { ended: { ending: refused.id, at: now } }, 'keputusan untuk Anda'],
    [
      'anything else',
      { products: [{ ...card, issuedAt: earlier, changedAt: earlier }] },
      'kabar permohonan Anda',
    ],
  ])('says %s', (_what, changes, headline) => {
    expect(write(changes).subject).toBe(`${ultpk.shortTitle} ${ticketOf(1)}: ${headline}`);
  });
});

describe('the letter', () => {
  it('says when and what happened, what happens now, and where to look', () => {
    const { text } = write({}, [turn({ at: earlier, text: 'Permohonan Anda diterima.' }), turn()]);
    expect(text).toContain('Rabu, 4 Februari 2026, 09.00 WIB:\nPermohonan Anda diterima.');
    expect(text).toContain('Rabu, 4 Februari 2026, 14.05 WIB:\nBerkas Anda lengkap.');
    expect(text).toContain(`Lihat permohonan Anda:\n${trackingUrl}`);
  });

  it('puts the promise into the words used everywhere', () => {
    expect(write({ promises: [running] }).text).toContain(
      `${promise.label}: paling lambat Jumat, 6 Februari 2026`,
    );
    expect(write({ promises: [{ ...running, state: 'kept', settledAt: now }] }).text).toContain(
      `${promise.label}: ditepati Rabu, 4 Februari 2026.`,
    );
    expect(write({ promises: [{ ...running, state: 'dropped' }] }).text).not.toContain(promise.label);
  });

  it('names way and last day of objection to a refusal', () => {
    const objection = { channel: channel.id, until: instant('2026-02-18T09:00:00.000Z') };
    const { text } = write({ ended: { ending: refused.id, at: now, objection } });
    expect(text).toContain(channel.label);
    expect(text).toContain('Paling lambat Rabu, 18 Februari 2026.');
  });

  it('names them for a card that was taken away', () => {
    const objection = { channel: channel.id, until: instant('2026-02-18T09:00:00.000Z') };
    const revoked = { ...card, issuedAt: earlier, state: 'revoked' as const, objection };
    expect(write({ products: [revoked] }).text).toContain('Paling lambat Rabu, 18 Februari 2026.');
    expect(write({ products: [{ ...revoked, changedAt: earlier }] }).text).not.toContain('keberatan');
  });

  it('says that there is a note, and not what it says', () => {
    const { text } = write({}, [turn({ note: { sealed: 'v1.rahasia' } })]);
    expect(text).toContain('hanya dapat dibaca di halaman lacak');
    expect(text).not.toContain('v1.rahasia');
  });

  it('closes with the agency, its address and that nobody reads answers', () => {
    const { text, from } = write({});
    expect(from).toBe('Pemerintah Kota Uji');
    expect(text).toMatch(/Dinas Sosial Uji\nPemerintah Kota Uji\nJalan Contoh 13\nTelepon \(0335\) 900000/);
    expect(text).toContain('Balasan ke alamat ini tidak dibaca.');
  });

  it('says the same as text and as HTML, which loads nothing', () => {
    const { text, html } = write({ promises: [running] }, [turn()]);
    const words = (of: string) => of.replace(/\s+/g, ' ');
    for (const line of text.split('\n').filter((line) => line !== '' && line !== '--' && !line.endsWith(':')))
      expect(words(html)).toContain(line);
    expect(html).not.toMatch(/<(img|link|script|style)|url\(|@import/);
  });

  it('shows what looks like HTML as it was written', () => {
    const html = letterHtml({
      title: 'A < B & "C"',
      sections: [{ lines: ["<b>'x'</b>"] }],
      link: { label: 'l', url: 'https://x.example/?a=1&b=2' },
      foot: [],
    });
    expect(html).toContain('A &lt; B &amp; &quot;C&quot;');
    expect(html).toContain('&lt;b&gt;&#39;x&#39;&lt;/b&gt;');
    expect(html).toContain('href="https://x.example/?a=1&amp;b=2"');
  });

  it('is of the time it is written, not of the turn', () => {
    const late = toInstantText(Date.parse(now) + 1);
    expect(write({ promises: [running] }, [turn({ at: late })]).text).toContain('sisa');
  });
});
