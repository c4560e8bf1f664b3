// Complaints in Kota Kupang, by every channel of its standard to the answer: staff through the API that the console uses,
// citizens at the portal.
import { randomUUID } from 'node:crypto';
import type { CaseView } from '@layan/contract/staff/case';
import { staffApi } from '@layan/contract/staff-api';
import { type Caller, createCaller } from '@layan/infra/local/seed/call';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser, openContext, phone } from '../browser.ts';
import { type Citizen, citizen, type Receipt } from '../people/citizen.ts';
import { tokenByDemo } from '../people/tokens.ts';

const port = inject('port');
const portal = `http://kota-kupang.localhost:${port}/`;
const standard = 'pengaduan';

const callers = new Map<string, Promise<Caller>>();
const as = (mailbox: string): Promise<Caller> => {
  const known = callers.get(mailbox);
  if (known) return known;
  const caller = tokenByDemo(port, 'staff', `${mailbox}@kupang.example`).then((token) =>
    createCaller(port, token),
  );
  callers.set(mailbox, caller);
  return caller;
};

type Facts = Readonly<Record<string, string>>;

interface Work {
  readonly by: string;
  readonly step: string;
  readonly outcome: string;
  readonly facts?: Facts;
  readonly note?: string;
}

/** Does an open step as the console does: takes the task first. */
const work = async (caseId: string, { by, step, outcome, facts = {}, note }: Work): Promise<CaseView> => {
  const call = await as(by);
  let view = await call(staffApi.getCase, { params: { caseId } });
  const action = view.actions.find(({ id }) => id === step);
  if (action?.task !== undefined && action.assignee?.me !== true) {
    view = await call(staffApi.claimTask, {
      params: { caseId, task: action.task },
      body: { expectedSeq: view.seq },
    });
  }
  return call(staffApi.completeStep, {
    params: { caseId, step },
    idempotencyKey: randomUUID(),
    body: { expectedSeq: view.seq, outcome, facts: { ...facts }, ...(note !== undefined && { note }) },
  });
};

const complaint: Facts = {
  complainantKind: 'person',
  complainantName: 'Warga Uji Sembilan',
  phone: '081200009009',
  topic: 'aid',
  story: 'Bantuan bulan ini belum diterima.',
};

interface Filing {
  readonly by: string;
  readonly channel: string;
  readonly entered?: Facts;
  readonly anonymous?: boolean;
  readonly shown?: string;
  /** Yesterday at ten, by the clock of Kupang. */
  readonly stamped?: boolean;
  readonly opening?: { readonly id: string; readonly openedAt: string };
}

const yesterday = (): string => new Date(Date.now() + 8 * 3_600_000 - 86_400_000).toISOString().slice(0, 10);

const file = async (filing: Filing): Promise<Receipt & { readonly caseId: string }> => {
  const call = await as(filing.by);
  const started = await call(staffApi.startIntake, {
    body: { standard, channel: filing.channel, ...(filing.opening && { opening: filing.opening }) },
  });
  const params = { caseId: started.caseId };
  const saved = await call(staffApi.saveIntake, {
    params,
    body: {
      revision: started.revision,
      entered: { ...(filing.entered ?? complaint) },
      papers: [],
      ...(filing.stamped && { receipt: { date: yesterday(), time: '10:00', confirmed: true } }),
      ...(filing.shown !== undefined && {
        shown: ['identity-shown'],
        choices: { 'identity-shown': filing.shown },
      }),
      ...(filing.anonymous && { anonymous: true }),
    },
  });
  const filed = await call(staffApi.submitIntake, { params, body: { revision: saved.revision } });
  if (filed.secret === undefined) throw new Error('The receipt tells no secret.');
  return { caseId: filed.caseId, ticket: filed.ticket, secret: filed.secret };
};

const intake = (complaintClass = 'complaint'): Work => ({
  by: 'sekretariat',
  step: 'intake',
  outcome: 'verified',
  facts: { complaintClass, ...(complaintClass === 'complaint' && { oversight: 'withoutOversight' }) },
});

/** From the disposition to the sent letter. */
const answerInWriting = async (caseId: string, sentBy: string): Promise<CaseView> => {
  const handlingUnit = { handlingUnit: 'protection' };
  await work(caseId, { by: 'kadis', step: 'disposition', outcome: 'assign', facts: handlingUnit });
  const answerText = { answerText: 'Bantuan Anda sudah dapat diambil.' };
  await work(caseId, { by: 'petugas', step: 'draft-answer', outcome: 'submit', facts: answerText });
  await work(caseId, { by: 'kasubid', step: 'correct-subdivision', outcome: 'pass' });
  await work(caseId, { by: 'kabid', step: 'correct-division', outcome: 'pass' });
  await work(caseId, { by: 'sekretaris', step: 'correct-secretary', outcome: 'pass' });
  await work(caseId, { by: 'kadis', step: 'sign', outcome: 'sign' });
  const sending = { outgoingNumber: '400.9/9001/2026', sentBy };
  return work(caseId, { by: 'sekretariat', step: 'send', outcome: 'sent', facts: sending });
};

const promiseOf = ({ promises }: CaseView, label: RegExp) => promises.find((one) => label.test(one.label));

let browser: Browser;
let page: Page;
let warga: Citizen;

beforeAll(async () => {
  browser = await openBrowser();
  page = await (await openContext(browser, { viewport: phone, javaScript: false })).newPage();
  warga = citizen(page, portal);
});
afterAll(() => browser.close());

describe('face to face', () => {
  it('the guest is answered within the target, and keeps the card', async () => {
    const filed = await file({
      by: 'tamu',
      channel: 'counter',
      entered: { ...complaint, wantsToSee: 'anyone' },
      shown: 'id-card',
    });
    const direction = { directedBy: 'divisionHead', handlingUnit: 'protection' };
    await work(filed.caseId, { by: 'tamu', step: 'ask-direction', outcome: 'directed', facts: direction });
    const view = await work(filed.caseId, {
      by: 'petugas',
      step: 'face-answer',
      outcome: 'answered',
      facts: {
        complaintClass: 'complaint',
        oversight: 'withoutOversight',
        directAnswer: 'Bantuan dapat diambil besok.',
      },
    });
    expect(promiseOf(view, /langsung di loket/)).toMatchObject({ kind: 'target', state: 'kept' });
    expect(view.documents).toEqual([]);
    expect(await warga.track(filed)).toContain('Pengaduan Anda sudah dijawab langsung.');
  });

  it('or agrees on a date, which becomes the promise', async () => {
    const filed = await file({
      by: 'tamu',
      channel: 'counter',
      entered: { ...complaint, wantsToSee: 'agencyHead' },
      shown: 'other-id',
    });
    const direction = { directedBy: 'agencyHead', handlingUnit: 'rehabilitation' };
    await work(filed.caseId, { by: 'tamu', step: 'ask-direction', outcome: 'directed', facts: direction });
    const agreedDate = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
    const view = await work(filed.caseId, {
      by: 'petugas',
      step: 'face-answer',
      outcome: 'agree-date',
      facts: { complaintClass: 'complaint', oversight: 'withoutOversight', agreedDate },
    });
    expect(promiseOf(view, /tanggal yang disepakati/)).toMatchObject({ state: 'running' });
    expect(await warga.track(filed)).toContain('Tanggal jawaban sudah disepakati dengan Anda.');
  });
});

describe('in writing', () => {
  it.each([
    ['letter', {}, 'post'],
    ['email', {}, 'email'],
    ['whatsapp', { accountName: 'warga-uji-9' }, 'message'],
    ['facebook', { accountName: 'warga-uji-9' }, 'message'],
    ['lapor', { laporNumber: 'LPR-9001' }, 'lapor'],
  ])('%s goes through the hands of the office to a sent answer', async (channel, more: Facts, sentBy) => {
    const filed = await file({
      by: 'sekretariat',
      channel,
      entered: { ...complaint, ...more },
      stamped: true,
    });
    await work(filed.caseId, intake());
    const view = await answerInWriting(filed.caseId, sentBy);
    expect(promiseOf(view, /^Jawaban atas/)).toMatchObject({ kind: 'promise', state: 'kept' });
    expect(await warga.track(filed)).toContain('Jawaban tertulis sudah kami kirim kepada Anda.');
  });

  it('a slip without a name is counted from the opening of the box', async () => {
    const call = await as('sekretariat');
    const { openings } = await call(staffApi.recordOpening, {
      params: { standardId: standard, channel: 'box' },
      body: {
        opened: { date: yesterday(), time: '09:00', confirmed: true },
        letters: 1,
        witness: 'Saksi Uji Satu',
      },
    });
    const [opening] = openings;
    if (!opening) throw new Error('No opening was recorded.');
    const { phone: _phone, complainantName: _name, ...unnamed } = complaint;
    const filed = await file({
      by: 'sekretariat',
      channel: 'box',
      entered: unnamed,
      anonymous: true,
      opening: { id: opening.id, openedAt: opening.openedAt },
    });
    await work(filed.caseId, intake('aspiration'));
    const view = await answerInWriting(filed.caseId, 'board');
    expect(promiseOf(view, /kotak saran/)).toMatchObject({ state: 'kept' });
    expect(view.receivedAt).toBe(opening.openedAt);
  });
});

describe('at the portal, without a script', () => {
  const next = async (): Promise<void> => {
    await Promise.all([
      page.waitForNavigation(),
      page.locator('main form button[type=submit]').first().click(),
    ]);
  };

  /** Fills in what is asked until everything can be looked over. */
  const answer = async (facts: Facts): Promise<void> => {
    for (let pages = 0; pages < 20 && !page.url().includes('/periksa'); pages += 1) {
      for (const [name, value] of Object.entries(facts)) {
        const choice = page.locator(`main input[type=radio][name="${name}"][value="${value}"]`);
        if ((await choice.count()) > 0) await choice.check({ force: true });
        const field = page.locator(`main [name="${name}"]:not([type=radio])`);
        if ((await field.count()) > 0) await field.fill(value);
      }
      if (page.url().includes('/berkas/')) await warga.goOn();
      else await next();
    }
  };

  it('somebody unnamed complains, is answered, is not satisfied, and is heard by the head', async () => {
    await page.goto(`${portal}layanan/${standard}`);
    await Promise.all([
      page.waitForNavigation(),
      page.getByRole('button', { name: 'Ajukan sekarang' }).first().click(),
    ]);
    const { phone: _phone, complainantName: _name, ...unnamed } = complaint;
    await answer({ ...unnamed, 'tanpa-nama': 'ya', rahasia: 'ya' });
    await Promise.all([
      page.waitForURL(/tanda-terima/),
      page.locator('main form button[type=submit]').first().click(),
    ]);
    const receipt = await warga.readReceipt();
    const secretariat = await as('sekretariat');
    const { caseId } = await secretariat(staffApi.findByTicket, { query: { ticket: receipt.ticket } });

    await work(caseId, intake());
    await answerInWriting(caseId, 'portal');
    expect(await warga.track(receipt)).toContain('menanggapi jawaban');

    await Promise.all([
      page.waitForNavigation(),
      page
        .getByRole('link', { name: /Tanggapi/ })
        .first()
        .click(),
    ]);
    expect(await page.locator('main').innerText()).toContain('Bantuan Anda sudah dapat diambil.');
    await page.locator('main input[name="reaction"][value="notSatisfied"]').check({ force: true });
    const reason = page.locator('main [name="reactionReason"]');
    if ((await reason.count()) > 0) await reason.fill('Belum ada kabar di kelurahan.');
    await next();
    expect(await warga.track(receipt)).toContain('Pengaduan Anda dibuka kembali dan diperiksa Kepala Dinas.');

    const note = 'Petugas kami akan mengantar bantuan Anda.';
    await work(caseId, { by: 'kadis', step: 'escalation', outcome: 'final', note });
    const told = await warga.track(receipt);
    for (const words of [note, 'Ombudsman', 'jawaban akhir']) expect(told).toContain(words);
  });

  it('what belongs elsewhere is passed on, and not refused', async () => {
    const filed = await file({ by: 'sekretariat', channel: 'email', stamped: true });
    const note = 'Diteruskan ke Dinas Kesehatan Kota Kupang.';
    await work(filed.caseId, { by: 'sekretariat', step: 'intake', outcome: 'forward', note });
    const forwardedTo = 'Dinas Kesehatan';
    await work(filed.caseId, {
      by: 'sekretariat',
      step: 'forward',
      outcome: 'forwarded',
      facts: { forwardedTo },
      note,
    });
    const told = await warga.track(filed);
    expect(told).toContain('Anda tidak perlu mengulang.');
    expect(told).not.toMatch(/ditolak|keberatan/i);
  });
});
