// Families proposed for PBI-JK to each of their endings: staff through the API of the console, citizens at the portal without
// JavaScript, who read what became of it and who decides. A line that the regent returns goes up again with the next batch.
import { staffApi } from '@layan/contract/staff-api';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser, openContext, phone } from '../browser.ts';
import { type Batches, batches, type Decision, type Filed, family, today } from '../people/batches.ts';
import { type Citizen, citizen } from '../people/citizen.ts';
import { openByTicket, signIn } from '../people/clerk.ts';
import { afterWorkingDays } from '../people/promise-by-hand.ts';
import { aPhoto } from '../people/scan.ts';
import { aloneIn } from '../turns.ts';

const port = inject('port');
aloneIn('kab-lumajang');
const portal = `http://kab-lumajang.localhost:${port}/`;
const tempeh = 'operator.jatisari';
const kedungjajang = 'operator.jatisari.kedungjajang';
const MINISTRY = 'Kementerian Sosial';

let browser: Browser;
let warga: Citizen;
let lumajang: Batches;

beforeAll(async () => {
  browser = await openBrowser();
  const context = await openContext(browser, { viewport: phone, javaScript: false });
  const page = await context.newPage();
  warga = citizen(page, portal);
  await page.goto(portal);
  lumajang = batches(port, (await aPhoto(page)).buffer);
});
afterAll(() => browser.close());

const dayInWords = (at: string): string =>
  new Date(Date.parse(at) + 7 * 3_600_000).toLocaleDateString('id-ID', {
    ...{ day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' },
  });
/** The last day to object, by the calendar on the wall, stands on the page of who was refused. */
const expectRefused = async (filed: Filed, by: string, ...words: readonly string[]): Promise<void> => {
  const text = await warga.track(filed);
  for (const word of words) expect(text).toContain(word);
  const { ended } = await lumajang.look(by, filed.ticket);
  expect(text).toContain(dayInWords(afterWorkingDays(ended?.at ?? '', 21)));
  expect(text).toContain('Ajukan keberatan');
};
const stepOf = async (by: string, { ticket }: Pick<Filed, 'ticket'>): Promise<string | undefined> => {
  const view = await lumajang.look(by, ticket);
  return view.ended?.label ?? view.actions.find(({ kind }) => kind === 'step')?.label;
};
const all = (lines: readonly Filed[], decision: string): readonly Decision[] =>
  lines.map(({ ticket }) => [ticket, decision]);

describe('who comes to the counter', () => {
  it('is advised, which is no refusal, and takes a slip to the village', async () => {
    const filed = await lumajang.file('loket', ['verval-pbi-jk', 'counter'], 301, {
      village: '35.08.05.2009',
    });
    const note = 'Suami berhenti bekerja pada Oktober. Desil 2.';
    await lumajang.complete('loket', filed.ticket, ['match', 'advise-proposal'], {
      facts: { registryStatus: 'listed', registryAsOf: '2026-10-31', decile: '2' },
      note,
    });
    const loket = await signIn(
      await openContext(browser),
      `http://console.localhost:${port}`,
      'Loket Lumajang',
    );
    await openByTicket(loket, filed.ticket);
    await loket.getByRole('link', { name: 'Cetak lembar petunjuk' }).click();
    const slip = await loket.getByRole('region', { name: 'Lembar petunjuk' }).innerText();
    for (const words of [note, 'operator desa', 'Ini petunjuk, bukan penolakan', family(301).applicantName])
      expect(slip).toContain(words);
    expect(slip).not.toContain(filed.secret);
    await loket.close();
    const text = await warga.track(filed);
    expect(text).toContain('Selesai: diarahkan ke layanan lain');
    expect(text).toContain('Bawa lembar petunjuk, KTP, dan kartu keluarga ke operator desa Anda.');
    expect(text).toContain(note);
    expect(text).not.toContain('Ajukan keberatan');
  });

  it('and is in no registry, is advised to be proposed for it first, by one working day', async () => {
    const filed = await lumajang.file('loket', ['verval-pbi-jk', 'counter'], 302, {
      village: '35.08.16.2009',
    });
    const { promises } = await lumajang.look('loket', filed.ticket);
    const { receivedAt } = await lumajang.look('loket', filed.ticket);
    expect(promises.map(({ id, dueAt }) => [id, dueAt])).toEqual([
      ['advice-promise', afterWorkingDays(receivedAt, 1)],
    ]);
    const advice = { facts: { registryStatus: 'notListed', registryAsOf: '2026-10-31' }, note: 'Bawa KK.' };
    await lumajang.complete('loket', filed.ticket, ['match', 'advise-registry'], advice);
    expect(await warga.track(filed)).toContain('Anda belum masuk data kesejahteraan.');
  });
});

describe('who is proposed in the village', () => {
  it('is told to be proposed for the registry first', async () => {
    const filed = await lumajang.proposed(tempeh, 303);
    await lumajang.complete(tempeh, filed.ticket, ['screen', 'fit'], { facts: { criteria: 'poverty' } });
    const facts = { registryStatus: 'notListed', registryAsOf: '2026-10-31' };
    await lumajang.complete(tempeh, filed.ticket, ['collect', 'not-listed'], { facts, note: 'Belum ada.' });
    expect(await warga.track(filed)).toContain('Operator desa mengusulkan data Anda lebih dahulu.');
  });

  it('may object to the village, and is dismissed by the head of agency with the ways on', async () => {
    const filed = await lumajang.proposed(tempeh, 304);
    await lumajang.complete(tempeh, filed.ticket, ['screen', 'unfit'], { note: 'Penghasilan tetap.' });
    await expectRefused(filed, tempeh, 'belum memenuhi syarat oleh desa', 'Penghasilan tetap.');
    const objection = await warga.object('Pekerjaan itu sudah berakhir.');
    const note = 'Slip gaji bulan lalu masih ada.';
    await lumajang.complete('kadis', objection.ticket, ['decide-objection', 'dismiss'], { note });
    const text = await warga.track(objection);
    for (const words of ['tidak dapat kami kabulkan', note, 'PTUN', 'Ombudsman'])
      expect(text).toContain(words);
  });

  it('may take it back', async () => {
    const filed = await lumajang.proposed(tempeh, 305);
    await warga.track(filed);
    await warga.withdraw();
    expect(await warga.track(filed)).toContain('dibatalkan atas permintaan Anda');
  });
});

describe('a proposal for the registry', () => {
  const collected = async (n: number, wantsPbi: 'yes' | 'no' = 'no'): Promise<Filed> => {
    const filed = await lumajang.registryProposal(kedungjajang, n, wantsPbi);
    await lumajang.complete(kedungjajang, filed.ticket, ['collect', 'collected']);
    return filed;
  };
  const deliberated = (filed: Filed, outcome: 'eligible' | 'not-eligible', note?: string) => {
    const minutes = { minutesNumber: `BA-${filed.ticket}`, minutesDate: today() };
    return lumajang.withScan(
      ...([kedungjajang, filed.ticket, ['deliberate', outcome], minutes, 'minutes-scan', note] as const),
    );
  };
  const withMinistry = async (n: number, wantsPbi: 'yes' | 'no' = 'no'): Promise<Filed> => {
    const filed = await collected(n, wantsPbi);
    await deliberated(filed, 'eligible');
    await lumajang.withScan(kedungjajang, filed.ticket, ['enter', 'entered']);
    await lumajang.complete('supervisor', filed.ticket, ['check', 'forward']);
    return filed;
  };
  const answer = (filed: Filed, outcome: 'listed' | 'not-listed', note?: string) => {
    const facts: Record<string, string> =
      outcome === 'listed'
        ? { registryResult: 'listed', registryAsOf: '2026-10-31', decile: '2' }
        : { registryResult: 'notListed' };
    const more = { facts, ...(note === undefined ? {} : { note }) };
    return lumajang.complete('supervisor', filed.ticket, ['record-result', outcome], more);
  };

  it('that ends well opens the proposal for PBI-JK, which its citizen opens from there', async () => {
    const filed = await withMinistry(311, 'yes');
    await answer(filed, 'listed');
    const next = await lumajang.until('The next matter', async () => {
      return (await lumajang.look(kedungjajang, filed.ticket)).successor;
    });
    const text = await warga.track(filed);
    expect(text).toContain('Usulan PBI-JK Anda sudah dibuka.');
    expect(text).toContain(`Dilanjutkan dalam berkas ${next.ticket}`);
    await warga.page.getByRole('link', { name: 'Buka berkas lanjutan' }).click();
    const opened = await warga.page.locator('main').innerText();
    expect(opened).toContain(`Lanjutan dari berkas ${filed.ticket}`);
    expect(opened).toContain('Operator desa sedang memeriksa usulan Anda.');
    await lumajang.complete(kedungjajang, next.ticket, ['screen', 'unfit'], { note: 'Sudah mampu.' });
    await warga.page.reload();
    expect(await warga.page.locator('main').innerText()).toContain('Sudah mampu.');
    const objection = await warga.object('Keadaan kami tidak berubah.');
    expect(await stepOf('kadis', objection)).toBe('Putuskan keberatan');
  });

  it.each([
    [312, 'listed', 'Anda sudah masuk data kesejahteraan.', undefined],
    [313, 'not-listed', 'Anda belum masuk data kesejahteraan.', 'NIK belum padan di pusat.'],
  ] as const)('number %i ends with what the ministry answered: %s', async (n, outcome, words, note) => {
    const filed = await withMinistry(n);
    const entered = (await lumajang.look('supervisor', filed.ticket)).promises;
    expect(entered).toMatchObject([{ id: 'registry-promise', state: 'kept' }]);
    await answer(filed, outcome, note);
    const text = await warga.track(filed);
    expect(text).toContain(words);
    expect(text).toContain(note ?? words);
    expect(text).not.toContain('Buka berkas lanjutan');
  });

  it('is refused in the village, objected to and dismissed; another is taken back', async () => {
    const [filed, other] = await Promise.all([collected(314), collected(315)]);
    await deliberated(filed, 'not-eligible', 'Musyawarah menilai keluarga mampu.');
    await expectRefused(filed, kedungjajang, 'Musyawarah menilai keluarga mampu.');
    const objection = await warga.object('Kami tidak mampu.');
    const note = 'Hasil musyawarah tetap.';
    await lumajang.complete('kadis', objection.ticket, ['decide-objection', 'dismiss'], { note });
    expect(await warga.track(objection)).toContain(note);
    await warga.track(other);
    await warga.withdraw();
    expect(await stepOf(kedungjajang, other)).toBe('Dibatalkan pemohon');
  });
});

describe('a batch', () => {
  const lines: Filed[] = [];
  const line = (at: number): Filed => {
    const found = lines[at];
    if (!found) throw new Error(`no line ${at}`);
    return found;
  };
  let first: string;

  it('holds those of its own village alone, though two are called Jatisari', async () => {
    const gathered = await Promise.all(
      [321, 322, 323, 324, 325, 326, 327].map((n) => lumajang.proposed(tempeh, n)),
    );
    lines.push(...gathered);
    const stranger = await lumajang.proposed(kedungjajang, 328);
    await Promise.all([
      ...gathered.map((filed) => lumajang.toGathering(tempeh, filed)),
      lumajang.toGathering(kedungjajang, stranger),
    ]);
    await expect(lumajang.look(tempeh, stranger.ticket)).rejects.toThrow('404');
    const call = await lumajang.as(tempeh);
    const { rows } = await call(staffApi.listWaitingLines, { params: { standard: 'pengesahan-pbi-jk' } });
    expect(new Set(rows.map(({ area }) => area?.code))).toEqual(new Set(['35.08.05.2009']));
    await expect(lumajang.gather(tempeh, [...gathered, stranger], 'Agustus 2026')).rejects.toThrow(
      'cases-gone',
    );
    first = await lumajang.gather(tempeh, gathered, 'Agustus 2026');
    const { area } = await lumajang.look('supervisor', first);
    expect(area).toContain('Tempeh');
  });

  it('goes on without who is not eligible, who takes it back, and who is removed', async () => {
    const [refused, leaving, removed] = [line(0), line(1), line(2)];
    const decisions = lines.map(
      ({ ticket }): Decision =>
        ticket === refused.ticket ? [ticket, 'not-eligible', 'Sudah peserta mandiri.'] : [ticket, 'eligible'],
    );
    await lumajang.decide(tempeh, first, 'deliberate', decisions);
    await lumajang.minutes(tempeh, first);
    await lumajang.signMinutes(tempeh, first, 'signed');
    await lumajang.told(first);
    await expectRefused(refused, tempeh, 'Sudah peserta mandiri.');
    const text = await warga.track(leaving);
    expect(text).toContain('Musyawarah menyatakan usulan Anda layak.');
    await warga.withdraw();
    await lumajang.until('The line is dropped', async () => {
      const { lines: left } = await lumajang.look('supervisor', first);
      return left?.in === 5 ? true : undefined;
    });
    await lumajang.withScan(tempeh, first, ['upload', 'uploaded']);
    await lumajang.decide('supervisor', first, 'verify', [
      ...all(lines.slice(3), 'valid'),
      [removed.ticket, 'removed', 'NIK tidak padan.'],
    ]);
    await lumajang.finalise(first);
    await lumajang.told(first);
    await expectRefused(removed, 'supervisor', 'NIK tidak padan.');
  });

  it('is promised in twenty working days from its upload, to the batch and to each of its families', async () => {
    const { promises, timeline } = await lumajang.look('supervisor', first);
    const uploaded = timeline.find(({ what }) => what.endsWith('Catat unggahan'))?.at ?? '';
    const due = afterWorkingDays(uploaded, 20);
    expect(promises).toMatchObject([{ id: 'verval-promise', state: 'running', dueAt: due }]);
    const own = (await lumajang.look('supervisor', line(3).ticket)).promises;
    expect(own).toMatchObject([{ id: 'verval-promise', state: 'running', dueAt: due }]);
    const text = await warga.track(line(3));
    expect(text).toContain(dayInWords(due));
    expect(text).toContain('menunggu pengesahan Bupati');
  });

  it('is ratified without the line that the regent returned', async () => {
    const back = line(3);
    await lumajang.decide('supervisor', first, 'ratify', [[back.ticket, 'returned', 'Alamat kurang jelas.']]);
    const note = 'Tanpa satu calon.';
    await lumajang.complete('supervisor', first, ['ratify', 'reprint'], { note });
    await lumajang.complete('supervisor', first, ['reprint', 'printed']);
    const signature = await lumajang.signedByPen('supervisor', first, lumajang.photo);
    await lumajang.complete('supervisor', first, ['ratify', 'sign'], {
      facts: { ratificationNumber: '188.45/1/427.12/2026', ratificationDate: today() },
      signature,
    });
    await lumajang.withScan('supervisor', first, ['upload-ratification', 'uploaded'], {
      ...{ ratificationReference: 'SIKS-SK-1', ratificationUploadDate: today() },
    });
    await lumajang.told(first);
    const { promises } = await lumajang.look('supervisor', first);
    expect(promises).toMatchObject([{ state: 'kept' }]);
    const text = await warga.track(back);
    expect(text).toContain('dikembalikan ke desa untuk diperbaiki');
    expect(text).toContain('Alamat kurang jelas.');
    expect(await stepOf(tempeh, back)).toBe('Perbaiki usulan');
  });

  it('ends with what the ministry said of each, and says that the ministry decides', async () => {
    const [chosen, passed, silent] = [line(4), line(5), line(6)];
    await lumajang.decide('supervisor', first, 'record-ministry', [
      [chosen.ticket, 'determined'],
      [passed.ticket, 'not-determined', 'Kuota habis.'],
    ]);
    await lumajang.complete('supervisor', first, ['record-ministry', 'finish']);
    await lumajang.told(first);
    expect(await warga.track(chosen)).toContain('Anda ditetapkan sebagai penerima bantuan iuran');
    const no = await warga.track(passed);
    for (const words of [`${MINISTRY} belum menetapkan`, 'Kuota habis.', 'Anda boleh diusulkan lagi'])
      expect(no).toContain(words);
    expect(no).not.toContain('Ajukan keberatan');
    expect(await warga.track(silent)).toContain(`${MINISTRY} yang menetapkan penerimanya`);
    expect(await stepOf('supervisor', { ticket: first })).toBe('Disahkan dan disampaikan');
  });

  it('closes when the regent returns its last line', async () => {
    const back = line(3);
    await lumajang.complete(tempeh, back.ticket, ['mend', 'mended'], { facts: { mendedWhat: 'Alamat.' } });
    const second = await lumajang.gather(tempeh, [back], 'September 2026');
    await lumajang.decide(tempeh, second, 'deliberate', all([back], 'eligible'));
    await lumajang.minutes(tempeh, second);
    await lumajang.signMinutes(tempeh, second, 'signed');
    await lumajang.withScan(tempeh, second, ['upload', 'uploaded']);
    await lumajang.decide('supervisor', second, 'verify', all([back], 'valid'));
    await lumajang.finalise(second);
    await lumajang.decide('supervisor', second, 'ratify', [[back.ticket, 'returned', 'Masih kurang jelas.']]);
    await lumajang.complete('supervisor', second, ['ratify', 'none-left']);
    await lumajang.told(second);
    expect(await stepOf('supervisor', { ticket: second })).toBe('Tidak ada calon tersisa');
    expect(await stepOf(tempeh, back)).toBe('Perbaiki usulan');
  });

  it('is dissolved, and its lines wait for the next; the third return is the last', async () => {
    const [back, other] = [line(3), await lumajang.proposed(tempeh, 329)];
    await lumajang.complete(tempeh, back.ticket, ['mend', 'mended'], { facts: { mendedWhat: 'Alamat.' } });
    await lumajang.toGathering(tempeh, other);
    const third = await lumajang.gather(tempeh, [back, other], 'Oktober 2026');
    await lumajang.decide(tempeh, third, 'deliberate', all([back, other], 'eligible'));
    await lumajang.minutes(tempeh, third);
    await lumajang.signMinutes(tempeh, third, 'signed');
    await lumajang.withScan(tempeh, third, ['upload', 'uploaded']);
    await lumajang.decide('supervisor', third, 'verify', [[back.ticket, 'back', 'Belum diperbaiki.']]);
    await lumajang.complete('supervisor', third, ['verify', 'dissolve'], { note: 'Periode ditutup.' });
    await lumajang.told(third);
    expect(await stepOf('supervisor', { ticket: third })).toBe('Dibubarkan');
    await expectRefused(back, 'supervisor', 'Belum diperbaiki.');
    expect(await warga.track(other)).toContain('menunggu berkas bersama berikutnya di desa');
    const fourth = await lumajang.gather(tempeh, [other], 'November 2026');
    await lumajang.decide(tempeh, fourth, 'deliberate', [[other.ticket, 'not-eligible', 'Sudah mampu.']]);
    await lumajang.minutes(tempeh, fourth);
    await lumajang.signMinutes(tempeh, fourth, 'none-eligible');
    await lumajang.told(fourth);
    expect(await stepOf('supervisor', { ticket: fourth })).toBe('Tidak ada calon tersisa');
    await expectRefused(other, tempeh, 'Sudah mampu.');
  });
});

describe('a large village', () => {
  const sizes = process.env.LAYAN_DEEP === undefined ? [25] : [25, 500];

  it.each(sizes)('tells each of %i candidates what was decided', { timeout: 900_000 }, async (size) => {
    const numbers = Array.from({ length: size }, (_, at) => 1000 + size * 10 + at);
    const filed: Filed[] = [];
    const lane = async (): Promise<void> => {
      for (let n = numbers.shift(); n !== undefined; n = numbers.shift()) {
        const one = await lumajang.proposed(kedungjajang, n);
        await lumajang.toGathering(kedungjajang, one);
        filed.push(one);
      }
    };
    let from = performance.now();
    const lap = (what: string): void => {
      console.log(`${what} of ${size} candidates: ${((performance.now() - from) / 1000).toFixed(1)} s`);
      from = performance.now();
    };
    await Promise.all([lane(), lane(), lane(), lane()]);
    lap('Filing and screening');
    const batch = await lumajang.gather(kedungjajang, filed, `Periode ${size}`);
    await lumajang.told(batch);
    lap('Joining the batch');
    await lumajang.decide(kedungjajang, batch, 'deliberate', all(filed, 'eligible'));
    await lumajang.minutes(kedungjajang, batch);
    lap('Deciding');
    await lumajang.told(batch);
    lap('Telling each');
    const [one] = filed;
    if (!one) throw new Error('nobody was filed');
    expect(await warga.track(one)).toContain('Musyawarah menyatakan usulan Anda layak.');
    const { lines } = await lumajang.look('supervisor', batch);
    expect(lines).toEqual({ all: size, in: size });
  });
});
