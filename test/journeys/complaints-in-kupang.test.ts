// Complaints in Kota Kupang by messages, LAPOR, the suggestion box and the portal, to the answer and beyond: staff through the
// API that the console uses, citizens at the portal.
import { randomUUID } from 'node:crypto';
import type { CaseView } from '@layan/contract/staff/case';
import { staffApi } from '@layan/contract/staff-api';
import { type Caller, createCaller } from '@layan/infra/local/seed/call';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser, openContext, phone } from '../browser.ts';
import { type Citizen, citizen, type Receipt } from '../people/citizen.ts';
import { tokenByDemo } from '../people/tokens.ts';
import { aloneIn } from '../turns.ts';

const port = inject('port');
aloneIn('kota-kupang');
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
const answerInWriting = async (
  caseId: string,
  sentBy: string,
  before: () => Promise<void> = async () => undefined,
): Promise<CaseView> => {
  const handlingUnit = { handlingUnit: 'protection' };
  await work(caseId, { by: 'kadis', step: 'disposition', outcome: 'assign', facts: handlingUnit });
  await before();
  const answerText = { answerText: 'Bantuan Anda sudah dapat diambil.' };
  await work(caseId, { by: 'petugas', step: 'draft-answer', outcome: 'submit', facts: answerText });
  await work(caseId, { by: 'kasubid', step: 'correct-subdivision', outcome: 'pass' });
  await work(caseId, { by: 'kabid', step: 'correct-division', outcome: 'pass' });
  await work(caseId, { by: 'sekretaris', step: 'correct-secretary', outcome: 'pass' });
  await work(caseId, { by: 'kadis', step: 'sign', outcome: 'sign' });
  const sending = { outgoingNumber: '400.9/9001/2026', sentBy };
  return work(caseId, { by: 'sekretariat', step: 'send', outcome: 'sent', facts: sending });
};

/** Who is to work on a confidential complaint is given it: until then the case does not exist for them. */
const handTo = async (caseId: string, step: string, name: string): Promise<void> => {
  const officer = await as('petugas');
  await expect(officer(staffApi.getCase, { params: { caseId } })).rejects.toMatchObject({
    problem: { status: 404 },
  });
  const head = await as('kadis');
  const { actions, seq } = await head(staffApi.getCase, { params: { caseId } });
  const task = actions.find(({ id }) => id === step)?.task ?? '';
  const { assignees } = await head(staffApi.listAssignees, { params: { caseId, task } });
  const to = assignees.find((one) => one.name === name)?.id ?? '';
  await head(staffApi.assignTask, { params: { caseId, task }, body: { expectedSeq: seq, to } });
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

describe('in writing', () => {
  it.each([
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
    const after = await call(staffApi.listOpenings, { params: { standardId: standard, channel: 'box' } });
    expect(after.openings[0]).toMatchObject({ letters: 1, entered: 1 });
    // Opened on a closed day, it counts from the next opening of the office.
    expect(Date.parse(view.receivedAt)).toBeGreaterThanOrEqual(Date.parse(opening.openedAt));
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
    await answerInWriting(caseId, 'portal', () => handTo(caseId, 'draft-answer', 'Petugas Pengaduan Kupang'));
    expect(await warga.track(receipt)).toContain('menanggapi jawaban');
    await page.goto(`${portal}berkas/jawaban`);
    expect(await page.locator('main').innerText()).toContain('Bantuan Anda sudah dapat diambil.');
    await warga.track(receipt);

    await Promise.all([
      page.waitForNavigation(),
      page
        .getByRole('link', { name: /Tanggapi/ })
        .first()
        .click(),
    ]);
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
