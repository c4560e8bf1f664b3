// A recommendation to each of its endings by way of a family that is not in the registry: staff through the API of the console,
// citizens at the portal without JavaScript, who read what became of it.

import { staffApi } from '@layan/contract/staff-api';
import { pagesOf } from '@layan/rendering/fixtures/pictures';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser, openContext, phone } from '../browser.ts';
import { type Citizen, citizen, type Receipt } from '../people/citizen.ts';
import { content, type Filed, letters, registry, today } from '../people/letters.ts';
import { aloneIn } from '../turns.ts';
import { until } from '../until.ts';

const port = inject('port');
aloneIn('kota-pekalongan');
const portal = `http://kota-pekalongan.localhost:${port}/`;
const pekalongan = letters(port);
const { work, look } = pekalongan;
let browser: Browser;
let warga: Citizen;

beforeAll(async () => {
  browser = await openBrowser();
  const context = await openContext(browser, { viewport: phone, javaScript: false });
  warga = citizen(await context.newPage(), portal);
});
afterAll(() => browser.close());

const facilitators: Readonly<Record<string, string>> = {
  'SLRT Pekalongan': 'fasilitator',
  'SLRT Pekalongan Barat': 'fasilitator.barat',
};
/** Whoever was given the visit, a moment after it opened. */
const facilitator = async (ticket: string): Promise<string> => {
  const holder = await until(`somebody to be given the visit of ${ticket}`, async () => {
    const { actions } = await look('supervisor', ticket);
    return actions.find(({ id }) => id === 'field-verification')?.assignee?.name;
  });
  return facilitators[holder] ?? holder;
};
const visit = async (outcome: 'report' | 'revisit' | 'give-up', { ticket }: Filed) => {
  const facts: Record<string, string> = {
    visitDate: today(),
    visitOutcome: outcome === 'report' ? 'met' : 'notHome',
    ...(outcome === 'report' && { fieldAdvice: 'Rumah berlantai tanah.' }),
  };
  await work(await facilitator(ticket), ticket, ['field-verification', outcome], facts);
};
const decide = (outcome: 'recommend' | 'refuse', { ticket }: Filed) =>
  work(
    'supervisor',
    ticket,
    ['reverify', outcome],
    {
      means: outcome === 'refuse' ? 'withMeans' : 'withoutMeans',
      meansReason: 'Sesuai temuan di rumah.',
    },
    outcome === 'refuse' ? { note: 'Keluarga memiliki dua rumah.' } : {},
  );

/** A family that is not in the registry, to be visited. */
const toVisit = async (n: number): Promise<Filed> => {
  const filed = await pekalongan.file(n);
  await work('loket', filed.ticket, ['check-registry', 'accept'], registry('notListed'));
  return filed;
};
/** Signed by the head, once the paper is drawn. */
const signed = async (
  { caseId, ticket }: Pick<Filed, 'caseId' | 'ticket'>,
  step = 'sign',
): Promise<string> => {
  const { letter } = await pekalongan.prepared('kadis', ticket);
  await work('kadis', ticket, [step, 'sign']);
  const pdf = await pekalongan.fileOf('kadis', { caseId, letterId: letter.id });
  return (await pagesOf(pdf)).map(({ text }) => text.replace(/\s+/g, ' ')).join(' ');
};
const refused = async (n: number): Promise<Filed & { readonly paper: string }> => {
  const filed = await toVisit(n);
  await visit('report', filed);
  await decide('refuse', filed);
  const refusalReason = 'Keluarga Saudara dinyatakan mampu menurut kunjungan.';
  await work('loket', filed.ticket, ['draft-refusal', 'submit'], { refusalReason });
  await work('sekretaris', filed.ticket, ['check-refusal', 'initial']);
  return { ...filed, paper: await signed(filed, 'sign-refusal') };
};
const endingOf = async (ticket: string): Promise<string | undefined> =>
  (await look('loket', ticket)).ended?.label;

describe('a family that is not in the registry', () => {
  it('is visited twice and again, and recommended on what was seen', async () => {
    const filed = await toVisit(571);
    await visit('revisit', filed);
    expect(await warga.track(filed)).toContain('Petugas belum bertemu Anda dan akan datang lagi');
    await visit('report', filed);
    await work('supervisor', filed.ticket, ['reverify', 'visit-again']);
    await visit('report', filed);
    await decide('recommend', filed);
    await pekalongan.review(filed);
    const paper = await signed(filed);
    expect(paper).toContain('telah diverifikasi ulang oleh Supervisor');
    expect(paper).not.toContain('tercatat dalam data kesejahteraan');
    expect(await warga.track(filed)).toContain('Surat rekomendasi Anda selesai');
    const { promises } = await look('loket', filed.ticket);
    expect(promises.map(({ id, state }) => [id, state])).toEqual([
      ['not-listed-promise', 'kept'],
      ['outer-limit', 'kept'],
    ]);
  });

  it('that nobody meets is told so', async () => {
    const filed = await toVisit(572);
    await visit('revisit', filed);
    await visit('revisit', filed);
    await visit('give-up', filed);
    expect(await endingOf(filed.ticket)).toBe('Tidak dapat ditemui');
    expect(await warga.track(filed)).toContain('petugas tidak dapat bertemu Anda');
  });
});

describe('a family with means', () => {
  it('is refused by letter, with the reason and the ways on; its objection is granted', async () => {
    const filed = await refused(573);
    expect(filed.paper).toContain('Keluarga Saudara dinyatakan mampu menurut kunjungan.');
    expect(filed.paper).toContain('21 (dua puluh satu) hari kerja');
    const text = await warga.track(filed);
    expect(text).toContain('Rekomendasi tidak dapat kami berikan');
    expect(text).toContain('Unduh Surat Penolakan');
    const objection: Receipt = await warga.object('Yang dikunjungi bukan rumah kami.');
    await work('kadis', objection.ticket, ['decide-objection', 'grant']);
    expect(await warga.track(objection)).toContain('Keberatan Anda dikabulkan');
    await work('loket', objection.ticket, ['draft-letter', 'submit'], content(filed.who));
    for (const [by, step] of [
      ['kasi', 'check-section'],
      ['kabid', 'check-division'],
      ['sekretaris', 'check-secretary'],
    ] as const)
      await work(by, objection.ticket, [step, 'initial']);
    const { id: caseId } = await look('loket', objection.ticket);
    expect(await signed({ caseId, ticket: objection.ticket })).toContain('atas keberatan yang diajukan');
  });

  it('may object once more in vain, with the reason to read', async () => {
    const filed = await refused(574);
    await warga.track(filed);
    const objection = await warga.object('Kami tidak mampu.');
    const note = 'Bukti yang Anda bawa tidak mengubah hasil kunjungan.';
    await work('kadis', objection.ticket, ['decide-objection', 'dismiss'], {}, { note });
    const text = await warga.track(objection);
    expect(text).toContain('Keberatan Anda tidak dapat kami kabulkan');
    expect(text).toContain(note);
  });
});

describe('a request that ends early', () => {
  it('is referred to another service with directions', async () => {
    const { ticket, secret } = await pekalongan.file(575);
    const note = 'Untuk Kartu Indonesia Pintar, datanglah ke Dinas Pendidikan.';
    await work('loket', ticket, ['check-registry', 'refer'], {}, { note });
    const text = await warga.track({ ticket, secret });
    expect(text).toContain('Kebutuhan Anda ditangani layanan lain');
    expect(text).toContain(note);
  });

  it('is withdrawn by the citizen, and for one who comes to the counter', async () => {
    const [own, other] = [await pekalongan.file(576), await pekalongan.file(577)];
    await warga.track(own);
    await warga.withdraw();
    expect(await warga.track(own)).toContain('dibatalkan atas permintaan Anda');
    const call = await pekalongan.as('loket');
    const { seq: expectedSeq } = await look('loket', other.ticket);
    await call(staffApi.interruptCase, {
      params: { caseId: other.caseId, interruption: 'withdraw-at-counter' },
      body: { expectedSeq, note: 'Pemohon sudah punya KIS.' },
    });
    expect(await endingOf(other.ticket)).toBe('Dibatalkan pemohon');
    expect(await warga.track(other)).toContain('dibatalkan di loket atas permintaan Anda');
  });
});
