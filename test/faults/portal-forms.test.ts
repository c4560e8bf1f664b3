// Every form of the portal that changes something, under faults at every call: a citizen without an answer sends it again,
// with the same cookies.
import { makeCompleteStep } from '@layan/application/case/complete-step';
import { makeSaveFilingPage } from '@layan/application/filing/save-filing-page';
import { makeSavePrivacy } from '@layan/application/filing/save-privacy';
import { CaseId, DocumentId } from '@layan/domain/kernel/ids';
import { aPng } from '@layan/testing/builders/scans';
import { startLocalDynamo } from '@layan/testing/dynamodb-local';
import { bringBack, contentOf } from '@layan/testing/faults/kept-table';
import { type Expected, sweep } from '@layan/testing/faults/sweep';
import { FormBrowser } from '@layan/testing/form-browser';
import { valueIn } from '@layan/testing/scenes/ultpk-scene';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { ANSWERS, answerQuestions, begin, fillIn, SAVE } from '../../functions/portal/fixtures/a-citizen.ts';
import { aLane, origin } from './lane.ts';
import { plansOf, show } from './sizes.ts';

const dynamo = await startLocalDynamo();
const lane = await aLane(dynamo, 'forms');
const { office, clock, stage } = lane;
const { ports, services, cast } = office;
const opened = await contentOf(stage.client, stage.table);
const openedAt = clock.now();
afterAll(() => dynamo.stop());
beforeAll(() => {
  vi.spyOn(Math, 'random').mockReturnValue(0);
});
afterAll(() => vi.restoreAllMocks());
afterEach(async () => {
  clock.set(openedAt);
  stage.http.begin();
  await bringBack(stage.client, stage.table, opened, await contentOf(stage.client, stage.table));
});

let visits = 0;
/** Each request is answered by a function that has just started, with chance of its own. */
const newBrowser = () =>
  new FormBrowser((request) => {
    visits += 1;
    return lane.visit(request, `visit ${visits}`);
  }, origin);

/** Sends a scan with the upload form on the page, has it checked, and comes back as object storage says. */
const upload = async (browser: FormBrowser): Promise<FormBrowser> => {
  const { values } = browser.forms.find(({ multipart }) => multipart) ?? browser.form('');
  const key = values.get('key') ?? '';
  const [, , caseText, documentText] = key.split('/');
  await office.arrive(CaseId.parse(caseText), DocumentId.parse(documentText), aPng());
  return browser.open(
    `${values.get('success_action_redirect')}?bucket=b&key=${encodeURIComponent(key)}&etag=e`,
  );
};
const claimant = { newBrowser, upload, standard: services.claims };

const own = async ({ ticket, secret }: { readonly ticket: string; readonly secret: string }) => {
  const browser = await newBrowser().open('/lacak');
  return browser.send('Lihat berkas', { tiket: ticket, kode: secret });
};

type More = Partial<Parameters<ReturnType<typeof makeCompleteStep>>[0]>;
const decided = async (
  step: string,
  outcome: string,
  role: 'frontOffice' | 'backOffice',
  more: More = {},
) => {
  const receipt = role === 'frontOffice' ? await office.claim() : await office.accepted();
  const { caseId } = receipt;
  const { seq: expectedSeq } = await office.snapshotOf(caseId);
  const input = { member: cast(role), caseId, step, outcome, raw: {}, attachments: [], expectedSeq, ...more };
  valueIn(await makeCompleteStep(ports)(input));
  return receipt;
};
const refused = async () => {
  const note = 'Keluarga ini sudah memegang kartu yang berlaku.';
  const receipt = await decided('registration', 'already-holds-card', 'backOffice', { note });
  // Later than any clock can be behind: nobody objects to what is yet to be decided.
  clock.advance(3_600_000);
  return own(receipt);
};
const objecting = async () => {
  const browser = await (await refused()).open('/berkas/keberatan');
  return browser.send('Mulai keberatan');
};

interface Scene {
  /** A browser on the page of the form. */
  readonly before: () => Promise<FormBrowser>;
  /** Absent: the page at `path` is opened. */
  readonly button?: string;
  readonly path?: string;
  readonly filled?: Readonly<Record<string, string>>;
  readonly expected?: Expected;
}

// Who begins twice has an empty form besides, which expires by itself (decision 0109).
const another: Expected = { traces: /"sk":\{"S":"DRAFT"|"pk":\{"S":"(LEFT-FILINGS|WRAPPED)/ };

const scenes: Readonly<Record<string, Scene>> = {
  'a claim is begun': {
    before: () => newBrowser().open(`/layanan/${services.claims.id}`),
    button: 'Ajukan sekarang',
    expected: another,
  },
  'a page is saved': {
    before: () => begin(claimant),
    button: SAVE,
    filled: ANSWERS.applicant,
    expected: { rewritten: true },
  },
  'a scan is expected': {
    before: async () => answerQuestions(await begin(claimant)),
    path: '/permohonan/berkas/head-id-card',
    // Each page that is opened has an upload form of its own.
    expected: { traces: /"sk":\{"S":"DOC#/ },
  },
  'a claim is sent': { before: () => fillIn(claimant), button: 'Kirim permohonan' },
  'a complaint is sent by who stays unknown': {
    before: async () => {
      const browser = await newBrowser().open(`/layanan/${services.complaints.id}`);
      await browser.send(browser.forms[0]?.button ?? '');
      const session = browser.cookies.get('__Host-permohonan') ?? '';
      valueIn(await makeSavePrivacy(ports)({ session, anonymous: true, confidential: true }));
      const raw = { name: '', phone: '0812 0000 9001', topic: 'Lampu jalan', place: 'Pasar' };
      valueIn(await makeSaveFilingPage(ports)({ session, page: 'satu', raw }));
      return browser.open('/permohonan/periksa');
    },
    button: 'Kirim permohonan',
  },
  'what was missing is sent': {
    before: async () => {
      const missing = { requirements: [], facts: ['familyCardNumber'] };
      const more = { note: 'Nomor kartu keluarga keliru.', missing };
      return (await own(await decided('initial-verification', 'return', 'frontOffice', more))).open(
        '/berkas/lengkapi',
      );
    },
    button: 'Kirim kelengkapan',
    filled: { familyCardNumber: ANSWERS['family-card'].familyCardNumber },
    // Who sends it again sees the file as it stands, without the word of thanks.
    expected: { anyAnswer: true },
  },
  'a claim is withdrawn': {
    before: async () => (await own(await office.claim())).open('/berkas/batalkan'),
    button: 'Batalkan permohonan',
    filled: { alasan: 'Sudah dibantu keluarga.' },
  },
  'an objection is begun': {
    before: async () => (await refused()).open('/berkas/keberatan'),
    button: 'Mulai keberatan',
    expected: another,
  },
  'an objection is sent': {
    before: async () => {
      const browser = await objecting();
      await browser.send(SAVE, { objectionReason: 'Kartu itu milik keluarga lain yang serumah.' });
      return browser.open('/permohonan/periksa');
    },
    button: 'Kirim keberatan',
  },
  'something is asked about one’s own data': {
    before: async () => (await own(await office.claim())).open('/berkas/hak'),
    button: 'Kirim permintaan',
    filled: { permintaan: 'access', penjelasan: 'Semua' },
  },
  'a phone is left, and what was not sent with it': {
    before: async () => (await answerQuestions(await begin(claimant))).open('/permohonan/periksa'),
    button: 'Hapus permohonan ini dari HP',
  },
};

describe.each(Object.entries(scenes))('%s', (name, { before, button, path, filled = {}, expected }) => {
  it('once, whatever happens to a call', { timeout: 600_000 }, async () => {
    const there = await before();
    const outcome = await sweep(
      stage,
      async () => {
        const browser = newBrowser();
        Object.assign(browser, { url: there.url, html: there.html, status: there.status });
        for (const cookie of there.cookies) browser.cookies.set(...cookie);
        await (button === undefined ? browser.open(path ?? '/') : browser.send(button, filled));
        return { status: browser.status, text: `${browser.path} ${browser.text}` };
      },
      expected,
      plansOf(Object.keys(scenes).indexOf(name)),
    );
    show('form', name, outcome);
    expect(outcome.answered.status).toBe(200);
    expect(outcome.findings.join('\n\n')).toBe('');
  });
});
