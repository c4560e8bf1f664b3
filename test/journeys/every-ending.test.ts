// A claim to each of its endings and through each outcome of a visit: citizens without JavaScript, staff at the console.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser, openContext, phone } from '../browser.ts';
import { type Citizen, citizen, type Receipt } from '../people/citizen.ts';
import { identity } from '../people/identities.ts';
import { type Answers, type Office, office } from '../people/office.ts';
import { afterWorkingDays, afterWorkingMinutes } from '../people/promise-by-hand.ts';
import { aPhoto } from '../people/scan.ts';

const port = inject('port');
const portal = `http://kota-probolinggo.localhost:${port}/`;
let browser: Browser;
let staff: Office;

beforeAll(async () => {
  browser = await openBrowser();
  staff = office(browser, port);
});
afterAll(() => browser.close());

const accept = { by: 'Petugas Loket', outcome: 'Terima berkas' };
const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
const registry = (status: 'listed' | 'notListed') => ({
  by: 'Petugas Back Office',
  outcome: 'Catat hasil pemeriksaan',
  answers: { registryStatus: status, registryAsOf: '2026-10-31' },
  evidence: ['registry-screen'],
});
const issue = { by: 'Petugas Back Office', outcome: 'Terbitkan kartu' };
const complete: Answers = {
  visitDate: today,
  visitOutcome: 'complete',
  householdSize: '4',
  surveyAdvice: 'withoutMeans',
  surveyReason: 'Rumah berlantai tanah dan penghasilan tidak tetap.',
};

/** A citizen whose phone runs no scripts, and their claim. */
async function aClaim(n: number): Promise<{ warga: Citizen; receipt: Receipt; ticket: string }> {
  const context = await openContext(browser, { viewport: phone, javaScript: false });
  const warga = citizen(await context.newPage(), portal);
  const receipt = await warga.file(identity(n), aPhoto);
  return { warga, receipt, ticket: receipt.ticket };
}

/** Done by whoever was given the survey; a whole visit brings a picture of the house. */
async function visit(ticket: string, outcome: string, answers: Answers): Promise<void> {
  const by = await staff.surveyor(ticket);
  const evidence = outcome === 'Serahkan hasil survei' ? ['photo-front'] : [];
  await staff.work(ticket, { by, outcome, answers, evidence });
}

const decide = (outcome: string, means: string, note?: string) => ({
  by: 'Petugas Back Office',
  outcome,
  answers: { means, meansReason: 'Sesuai temuan survei di rumah.' },
  ...(note === undefined ? {} : { note }),
});

/** The promises of the case are those that somebody with a calendar on the wall would have given. */
async function expectPromisesByHand(ticket: string): Promise<void> {
  const { promises, timeline } = await staff.look(ticket);
  const accepted = timeline.find(({ what }) => what.endsWith('Terima berkas'))?.at;
  if (accepted === undefined) throw new Error('The claim was not accepted.');
  const due = new Map(promises.map(({ id, dueAt }) => [id, dueAt]));
  expect(due.size).toBeGreaterThan(0);
  const hour = due.get('bestari-promise');
  if (hour !== undefined) expect(hour).toBe(afterWorkingMinutes(accepted, 60));
  const days = due.get('pendalungan-promise');
  if (days !== undefined) expect(days).toBe(afterWorkingDays(accepted, 3));
}

describe('a family in the registry', () => {
  let claim: Awaited<ReturnType<typeof aClaim>>;

  it('gets Kartu Bestari at once, to be confirmed after the visit', async () => {
    claim = await aClaim(101);
    const { ticket, warga, receipt } = claim;
    await staff.work(ticket, accept);
    await staff.work(ticket, registry('listed'));
    await staff.work(ticket, issue);
    await expectPromisesByHand(ticket);
    const text = await warga.track(receipt);
    expect(text).toMatch(/BST-2026-\d{6}/);
    expect(text).toMatch(/sementara/i);
  });

  it('keeps it when the visit finds it without means', async () => {
    const { ticket, warga, receipt } = claim;
    await visit(ticket, 'Serahkan hasil survei', complete);
    await staff.work(ticket, decide('Kukuhkan Kartu Bestari', 'withoutMeans'));
    expect(await warga.track(receipt)).toContain('Kartu Bestari Anda berlaku tetap');
    expect((await staff.look(ticket)).products).toMatchObject([{ state: 'active' }]);
  });

  it('does not get a second card: neither by another claim nor by hurrying', async () => {
    const { warga, receipt, ticket } = await aClaim(101);
    await staff.work(ticket, accept);
    await staff.work(ticket, registry('listed'));
    const page = await staff.at('Petugas Back Office', ticket);
    await page.getByRole('button', { name: 'Terbitkan kartu', exact: true }).click();
    await page
      .getByText(/sudah memegang/i)
      .first()
      .waitFor();
    expect((await staff.look(ticket)).products).toEqual([]);
    const kabid = await staff.at('Kepala Bidang', ticket);
    await kabid.getByText('Mengakhiri lebih awal').click();
    await kabid
      .getByLabel(/Catatan untuk pemohon/)
      .last()
      .fill('Keluarga Anda sudah memegang Kartu Bestari.');
    await kabid.getByRole('button', { name: 'Tutup: keluarga sudah memegang kartu lain' }).click();
    await kabid.getByText(/^Tersimpan: /).waitFor();
    expect(await warga.track(receipt)).toContain('sudah memegang kartu yang berlaku');
  });

  it('loses it when the visit finds it with means and the division head agrees, and gets another by objecting', async () => {
    const { ticket, warga, receipt } = await aClaim(102);
    await staff.work(ticket, accept);
    await staff.work(ticket, registry('listed'));
    await staff.work(ticket, issue);
    await visit(ticket, 'Serahkan hasil survei', { ...complete, surveyAdvice: 'withMeans' });
    await staff.work(ticket, decide('Usulkan pencabutan Kartu Bestari', 'withMeans'));
    await staff.work(ticket, {
      by: 'Kepala Bidang',
      outcome: 'Cabut Kartu Bestari',
      note: 'Survei menemukan keluarga mampu.',
    });
    const text = await warga.track(receipt);
    expect(text).toContain('Kartu Bestari Anda dicabut');
    expect(text).toContain('Survei menemukan keluarga mampu.');
    const { ended } = await staff.look(ticket);
    if (ended === undefined) throw new Error('The case has not ended.');
    const last = new Date(Date.parse(afterWorkingDays(ended.at, 21)) + 7 * 3_600_000);
    const words = last.toLocaleDateString('id-ID', {
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
    });
    expect(text).toContain(words);
    const objection = await warga.object('Yang disurvei bukan rumah kami.');
    await staff.work(objection.ticket, { by: 'Kepala Dinas', outcome: 'Kabulkan: berikan Kartu Bestari' });
    expect(await warga.track(objection)).toContain('Keberatan Anda dikabulkan');
    expect((await staff.look(objection.ticket)).products).toMatchObject([{ state: 'active' }]);
  });
});

describe('a family that is not in the registry', () => {
  it('gets Kartu Pendalungan after nobody was home, an unfinished visit, and a whole one', async () => {
    const { ticket, warga, receipt } = await aClaim(103);
    await staff.work(ticket, accept);
    await staff.work(ticket, registry('notListed'));
    await expectPromisesByHand(ticket);
    await visit(ticket, 'Jadwalkan kunjungan ulang', { visitDate: today, visitOutcome: 'nobodyHome' });
    expect(await warga.track(receipt)).toContain('Petugas akan datang lagi.');
    await visit(ticket, 'Jadwalkan kunjungan ulang', { visitDate: today, visitOutcome: 'incomplete' });
    await visit(ticket, 'Serahkan hasil survei', complete);
    await staff.work(ticket, decide('Setujui Kartu Pendalungan', 'withoutMeans'));
    await staff.work(ticket, issue);
    const text = await warga.track(receipt);
    expect(text).toContain('Kartu Pendalungan Anda sudah terbit');
    expect(text).toMatch(/PDL-2026-\d{6}/);
    expect((await staff.look(ticket)).promises).toContainEqual(
      expect.objectContaining({ id: 'pendalungan-promise', state: 'kept' }),
    );
  });

  it('is refused when it has means, with the reason, and objects; the head of agency dismisses', async () => {
    const { ticket, warga, receipt } = await aClaim(104);
    await staff.work(ticket, accept);
    await staff.work(ticket, registry('notListed'));
    await visit(ticket, 'Serahkan hasil survei', { ...complete, surveyAdvice: 'withMeans' });
    await staff.work(ticket, decide('Tolak dengan alasan', 'withMeans', 'Penghasilan tetap di atas batas.'));
    const text = await warga.track(receipt);
    expect(text).toContain('tidak dapat kami berikan');
    expect(text).toContain('Penghasilan tetap di atas batas.');
    const objection = await warga.object('Penghasilan itu bukan milik keluarga kami lagi.');
    await staff.work(objection.ticket, {
      by: 'Kepala Dinas',
      outcome: 'Tolak keberatan dengan alasan',
      note: 'Slip gaji bulan lalu masih atas nama keluarga.',
    });
    expect(await warga.track(objection)).toContain('Keberatan Anda tidak dapat kami kabulkan');
  });

  it('wins an objection: the card is issued in the objection’s own case', async () => {
    const { ticket, warga, receipt } = await aClaim(105);
    await staff.work(ticket, accept);
    await staff.work(ticket, registry('notListed'));
    await visit(ticket, 'Serahkan hasil survei', { ...complete, surveyAdvice: 'withMeans' });
    await staff.work(ticket, decide('Tolak dengan alasan', 'withMeans', 'Dinilai mampu.'));
    await warga.track(receipt);
    const objection = await warga.object('Kami sudah kehilangan pekerjaan.');
    await staff.work(objection.ticket, {
      by: 'Kepala Dinas',
      outcome: 'Kabulkan: berikan Kartu Pendalungan',
    });
    const text = await warga.track(objection);
    expect(text).toContain('Keberatan Anda dikabulkan');
    expect(text).toMatch(/PDL-2026-\d{6}/);
  });

  it('is closed when it declines the visit', async () => {
    const { ticket, warga, receipt } = await aClaim(106);
    await staff.work(ticket, accept);
    await staff.work(ticket, registry('notListed'));
    await visit(ticket, 'Laporkan keluarga menolak', { visitDate: today, visitOutcome: 'declined' });
    await staff.work(ticket, {
      by: 'Petugas Back Office',
      outcome: 'Tutup: survei ditolak',
      note: 'Keluarga tidak berkenan disurvei.',
    });
    expect(await warga.track(receipt)).toContain('survei di rumah tidak disetujui');
  });

  it('is closed when nobody is ever home, and when it has moved', async () => {
    const { ticket, warga, receipt } = await aClaim(107);
    await staff.work(ticket, accept);
    await staff.work(ticket, registry('notListed'));
    const nobody = { visitDate: today, visitOutcome: 'nobodyHome' };
    await visit(ticket, 'Jadwalkan kunjungan ulang', nobody);
    await visit(ticket, 'Jadwalkan kunjungan ulang', nobody);
    await visit(ticket, 'Laporkan survei tidak terlaksana', nobody);
    await staff.work(ticket, { by: 'Petugas Back Office', outcome: 'Jadwalkan kunjungan tambahan' });
    await visit(ticket, 'Laporkan keluarga pindah', { visitDate: today, visitOutcome: 'moved' });
    await staff.work(ticket, {
      by: 'Petugas Back Office',
      outcome: 'Tutup: keluarga tidak ditemui',
      note: 'Rumah sudah kosong menurut tetangga.',
    });
    expect(await warga.track(receipt)).toContain('petugas tidak dapat bertemu keluarga Anda');
  });

  it('is decided by the division head when the visit is not conclusive', async () => {
    const { ticket, warga, receipt } = await aClaim(108);
    await staff.work(ticket, accept);
    await staff.work(ticket, registry('notListed'));
    await visit(ticket, 'Serahkan hasil survei', { ...complete, surveyAdvice: 'notConclusive' });
    await staff.work(ticket, { by: 'Petugas Back Office', outcome: 'Minta survei ulang' });
    await visit(ticket, 'Serahkan hasil survei', { ...complete, surveyAdvice: 'notConclusive' });
    await staff.work(ticket, { by: 'Petugas Back Office', outcome: 'Minta keputusan Kepala Bidang' });
    await staff.work(ticket, { ...decide('Setujui Kartu Pendalungan', 'withoutMeans'), by: 'Kepala Bidang' });
    await staff.work(ticket, issue);
    expect(await warga.track(receipt)).toContain('Kartu Pendalungan Anda sudah terbit');
  });
});

describe('a claim that ends early', () => {
  it('is referred to another service with directions', async () => {
    const { ticket, warga, receipt } = await aClaim(109);
    await staff.work(ticket, {
      by: 'Petugas Loket',
      outcome: 'Arahkan ke layanan lain',
      note: 'Untuk kursi roda, datanglah ke bidang rehabilitasi.',
    });
    expect(await warga.track(receipt)).toContain('Untuk kursi roda, datanglah ke bidang rehabilitasi.');
  });

  it('is withdrawn by the citizen while a provisional card is out, and the card is no longer valid', async () => {
    const { ticket, warga, receipt } = await aClaim(110);
    await staff.work(ticket, accept);
    await staff.work(ticket, registry('listed'));
    await staff.work(ticket, issue);
    await warga.track(receipt);
    await warga.withdraw();
    expect(await warga.track(receipt)).toContain('dibatalkan atas permintaan Anda');
    expect((await staff.look(ticket)).products).toMatchObject([{ state: 'revoked' }]);
  });
});
