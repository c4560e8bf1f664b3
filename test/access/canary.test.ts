// One person's canaries through all of it in this process: pages of the portal, the API for staff, the real stores on a
// database. Then everything that was written, logged, asked for or answered is looked through for them.
import type { Membership } from '@layan/application/ports/staff';
import { managerRole, officerRole } from '@layan/domain/case/authority';
import { epochMs } from '@layan/domain/kernel/instant';
import { createRequestLog } from '@layan/http/request-log';
import { createLogger } from '@layan/observability/logger';
import { recordedPorts } from '@layan/storage/recorded-ports';
import { aMember, TENANT } from '@layan/testing/builders/a-tenant';
import { startLocalDynamo } from '@layan/testing/dynamodb-local';
import { fixedClock } from '@layan/testing/fixed-clock';
import { registerMapping } from '@layan/testing/scenes/old-register';
import { storesOnDynamo } from '@layan/testing/stores-on-dynamo';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ANSWERS, begin, SAVE, sendScans, ticketOf } from '../../functions/portal/fixtures/a-citizen.ts';
import { aPortal } from '../../functions/portal/fixtures/a-portal.ts';
import { createStaffApi } from '../../functions/staff-api/app.ts';
import { tokenOf, verify } from './world.ts';

const dynamo = await startLocalDynamo();
afterAll(dynamo.stop);

const nik = ['357401', '450590', '9042'].join('');
const card = ['357401', '050590', '9043'].join('');
const name = 'Warga Uji Kenari';
const address = 'Gang Kenari Uji 7';
const story = 'Kami perlu bantuan kenari uji.';
const phone = '0813 0000 9042';
const email = 'kenari@contoh.example';
const typed = {
  ...ANSWERS,
  applicant: { ...ANSWERS.applicant, applicantName: name },
  head: { ...ANSWERS.head, nik },
  'family-card': { ...ANSWERS['family-card'], familyCardNumber: card },
  address: { ...ANSWERS.address, address },
  contact: { phone, email },
  help: { helpNeeded: story },
};
const reason = 'Mencocokkan kenari dengan KTP.';
const away = 'Berobat kenari';

async function walk() {
  const clock = fixedClock();
  const { table, storesOn, stores, dump } = await storesOnDynamo(dynamo, clock);
  const portal = await aPortal({ stores, clock });
  const ports: ReturnType<typeof portal.portsOf> = {
    ...portal.portsOf(TENANT),
    recorded: recordedPorts({ table, clock }, () => ports, storesOn),
  };
  const { agency } = portal.standard;
  const staff = {
    desk: aMember(1, { agency, roles: ['frontOffice'] }),
    manager: aMember(2, { agency, roles: [managerRole] }),
    officer: aMember(3, { agency, roles: [officerRole] }),
  };
  for (const one of Object.values(staff)) await ports.staff.save(one, undefined);
  const addresses: string[] = [];
  const answers: string[] = [];
  let broken = false;
  const api = createStaffApi({
    verify,
    openTenant: () => {
      // A bug that quotes what it met.
      if (broken) throw new TypeError(`cannot read ${name} ${nik}`);
      return ports;
    },
    now: () => epochMs(clock.now()),
    consoleOrigin: 'https://console.example',
    requestLog: createRequestLog(createLogger('staff-api', (line) => portal.lines.push(line))),
  });
  let keys = 0;
  const send = async (by: Membership, method: string, path: string, body?: unknown) => {
    keys += 1;
    addresses.push(path);
    const response = await api.request(path, {
      method,
      headers: {
        authorization: tokenOf(TENANT, by.id),
        'content-type': 'application/json',
        'idempotency-key': `kunci-kenari-${keys}`,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    answers.push(...[...response.headers].map(([, value]) => value));
    return { status: response.status, text };
  };
  const breakDown = () => {
    broken = true;
  };
  return { portal, ports, staff, send, dump, addresses, answers, breakDown };
}

type Walked = Awaited<ReturnType<typeof walk>>;
let walked: Walked;
let browser: Awaited<ReturnType<typeof begin>>;
let receipt: ReturnType<typeof ticketOf>;
const errors: string[] = [];
const shown: string[] = [];

beforeAll(async () => {
  walked = await walk();
  const { portal, staff, send, breakDown, ports } = walked;
  browser = await begin(portal);
  for (const answers of Object.values(typed)) {
    const present = Object.entries(answers).filter(([field]) => browser.html.includes(`name="${field}"`));
    await browser.send(SAVE, Object.fromEntries(present));
  }
  await sendScans(portal, browser);
  await browser.send('Kirim permohonan');
  receipt = ticketOf(browser);
  const caseId = (await ports.cases.findStatus(receipt.ticket))?.status.caseId ?? '';

  const read = async (by: Membership, method: string, path: string, body?: unknown) => {
    const answer = await send(by, method, path, body);
    expect([path, answer.status, answer.text.slice(0, 200)]).toEqual([path, 200, expect.any(String)]);
    shown.push(answer.text);
    return answer.text;
  };
  const { desk, manager, officer } = staff;
  await read(desk, 'GET', '/staff/inbox?role=frontOffice');
  await read(desk, 'GET', `/staff/cases/${caseId}`);
  await read(desk, 'POST', `/staff/cases/${caseId}/facts/nik/unmask`, { reason });
  await read(desk, 'POST', '/staff/privacy/requests', {
    ...{ kind: 'erasure', whose: { by: 'nik', nik }, identity: 'identity-card', wish: `Saya ${name}.` },
  });
  await read(manager, 'PUT', `/staff/members/${desk.id}/away`, {
    ...{ revision: 1, away: [{ from: '2026-03-02', to: '2026-03-03', reason: away }] },
  });
  const started: unknown = JSON.parse(
    await read(manager, 'POST', '/staff/imports', {
      ...{ standard: portal.standard.id, fileName: `${name}.xlsx`, rows: 1, fingerprint: 'c'.repeat(64) },
      mapping: registerMapping,
    }),
  );
  const id = new Map<string, unknown>(Object.entries(Object(started))).get('id');
  const cells = { product: 'Bestari', number: 'L/1', holder: name, nik, familyCardNumber: card, issued: '?' };
  await read(manager, 'POST', `/staff/imports/${id}/rows`, { from: 1, rows: [{ line: 2, cells }] });

  // What goes wrong says nothing of whom it went wrong with.
  for (const [method, path, body] of [
    ['POST', '/staff/privacy/requests', { kind: nik, whose: name }],
    ['POST', '/staff/privacy/requests', `{"whose":"${name}",${nik}`],
    ['GET', `/staff/cases/${nik}`],
    ['GET', '/staff/search?ticket=1'],
    ['POST', `/staff/cases/${caseId}/facts/${nik}/unmask`, { reason }],
    ['POST', '/staff/privacy/holds', { ticket: nik, reason: `Diminta untuk ${name}.` }],
  ] as const)
    errors.push((await send(officer, method, path, body)).text);
  breakDown();
  const failed = await send({ ...desk, id: aMember(77).id }, 'GET', '/staff/me');
  expect(failed.status).toBe(500);
  errors.push(failed.text);
});

const digits = (text: string) => text.replaceAll(/\D/g, '');
const canaries = () => ({
  ...{ nik, card, name, address, story, email, reason, away },
  phone: digits(phone).slice(1),
  secret: receipt.secret,
  bareSecret: receipt.secret.replace('-', ''),
  session: [...browser.cookies.values()].join().split('.')[1] ?? 'no session',
});

const inFours = (value: string) => value.replaceAll(/\d{4}(?=\d)/g, '$& ');

/** As typed, as it is shown, within an address, within JSON, in base64. */
const traces = (value: string): readonly string[] => [
  value,
  inFours(value),
  encodeURIComponent(value),
  value.replaceAll(' ', '+'),
  Buffer.from(value).toString('base64').slice(0, -4),
];

const looked = new Map<string, number>();
afterAll(() => {
  const places = [...looked].map(([where, size]) => `${where} ${size}`).join(', ');
  console.log(`R9: ${Object.keys(canaries()).length} canaries, none in (characters): ${places}.`);
});

const expectNone = (where: string, text: string) => {
  looked.set(where, text.length);
  for (const [what, value] of Object.entries(canaries()))
    for (const trace of traces(value))
      expect([where, what, text.includes(trace)]).toEqual([where, what, false]);
};

describe('what a citizen entrusts', () => {
  it('is there at all: the same search finds it in what the desk is shown', () => {
    const text = shown.join('\n');
    expect(receipt.secret).toMatch(/\w/);
    for (const value of [inFours(nik), name, address]) expect(text).toContain(value);
  });

  it('stands in no log', () => {
    expect(walked.portal.lines.length).toBeGreaterThan(15);
    expect(walked.portal.lines.join('\n')).toContain('L002');
    expectNone('log', walked.portal.lines.join('\n'));
  });

  it('stands in no address that was asked for or led to, and in no header', () => {
    const led = browser.requests.map(({ url }) => url);
    expect(led.length).toBeGreaterThan(10);
    // What somebody types into an address is theirs; none of ours is made of it.
    const asked = walked.addresses.filter((address) => !address.includes(nik));
    expectNone('address', [...led, ...asked, ...walked.answers].join('\n'));
  });

  it('stands in no error that is answered', () => {
    expect(errors).toHaveLength(7);
    expectNone('error', errors.join('\n'));
  });

  it('lies in the table as ciphertext only, and stands in no key of it', async () => {
    const text = await walked.dump();
    expect(text).toContain(receipt.ticket);
    expectNone('table', text);
  });

  it('is not looked at without a line that says so', async () => {
    const { ports } = walked;
    const chained = await ports.audit.newest('unmasking', { limit: 5 });
    expect(chained).toMatchObject([{ act: { act: 'unmask-fact', detail: 'nik' } }]);
    const caseId = (await ports.cases.findStatus(receipt.ticket))?.status.caseId;
    expect(caseId && (await ports.unmaskings.list(caseId))).toMatchObject([{ fact: 'nik' }]);
  });

  it('opens for no other case: a ciphertext that was moved does not open', async () => {
    const { ports } = walked;
    const caseId = (await ports.cases.findStatus(receipt.ticket))?.status.caseId;
    const record = caseId && (await ports.cases.find(caseId));
    const kept = record?.snapshot.facts['nik'];
    if (!record || typeof kept !== 'object' || !('sealed' in kept)) throw new Error('no NIK');
    const open = (where: { caseId: typeof record.snapshot.id; field: string }) =>
      ports.vault.open(record.key, where, kept);
    expect(await open({ caseId: record.snapshot.id, field: 'nik' })).toMatchObject({ ok: true });
    expect(await open({ caseId: record.snapshot.id, field: 'headName' })).toMatchObject({ ok: false });
    const other = await ports.vault.newKey(record.snapshot.id);
    expect(await ports.vault.open(other, { caseId: record.snapshot.id, field: 'nik' }, kept)).toMatchObject({
      ok: false,
    });
  });
});
