import type { CaseId } from '@layan/domain/kernel/ids';
import { err, ok } from '@layan/domain/kernel/result';
import { caseIdOf } from '@layan/testing/builders/ids';
import { memoryMailer } from '@layan/testing/memory/memory-notices';
import { answersOf, ultpkScene, valueIn } from '@layan/testing/scenes/ultpk-scene';
import { describe, expect, it } from 'vitest';
import { makeSubmitFiling } from '../filing/submit-filing.ts';
import type { Mailer } from '../ports/notices.ts';
import { makeSendNotices } from './send-notices.ts';
import type { NoticePorts } from './turn.ts';

const address = 'warga.uji@contoh.example';
const trackingUrl = 'https://kota-probolinggo.layan.example/lacak';
const MINUTE = 60_000;

async function notices(email: string | undefined = address) {
  const scene = await ultpkScene();
  const { memory, ports, clock } = scene;
  const mailer = memoryMailer();
  const session = await scene.start();
  const { contact = {}, ...answers } = answersOf(1);
  await scene.fill(session, { ...answers, contact: { ...contact, ...(email && { email }) } });
  await scene.send(session, 'head-id-card');
  await scene.send(session, 'family-card');
  const receipt = valueIn(await makeSubmitFiling(ports)({ session }));
  const { caseId } = receipt;

  /** One more turn, as any step that the standard marks would leave it. */
  const turn = (text: string, notify = true) => {
    const record = memory.table.cases.get(caseId);
    if (!record) throw new Error('the case is gone');
    const { snapshot } = record;
    const seq = snapshot.seq + 1;
    const told = { at: clock.now(), seq, text, ...(notify && { notify: true as const }) };
    const timeline = [...snapshot.timeline, told];
    memory.table.cases.set(caseId, { ...record, snapshot: { ...snapshot, seq, timeline } });
  };
  const notifier = (by: Partial<NoticePorts> = {}) => {
    const send = makeSendNotices({ ...ports, mailer, trackingUrl, ...by });
    return (id: CaseId = caseId) => send({ caseId: id });
  };
  const notedTo = async () => (await memory.notices.find(caseId))?.to;
  return { ...scene, receipt, caseId, mailer, turn, notifier, notedTo };
}

describe('telling citizens what is new', () => {
  it('mails what the standard marks to the address of the case, with the ticket and the way to the page', async () => {
    const { notifier, mailer, receipt } = await notices();
    expect(await notifier()()).toBe('sent');
    const [mail] = mailer.sent;
    expect(mailer.sent).toHaveLength(1);
    expect(mail?.to).toBe(address);
    expect(mail?.subject).toContain(receipt.ticket);
    expect(mail?.text).toContain('Permohonan Anda sudah kami terima.');
    expect(mail?.text).toContain(trackingUrl);
  });

  it('tells nothing that is personal: neither name nor number, neither address nor secret', async () => {
    const { notifier, mailer, receipt } = await notices();
    await notifier()();
    const written = JSON.stringify(mailer.sent.map(({ to: _, ...mail }) => mail));
    const { applicant, head, 'family-card': card, address: home, help } = answersOf(1);
    const personal = [
      receipt.secret,
      applicant?.applicantName,
      head?.nik,
      card?.familyCardNumber,
      home?.address,
      help?.helpNeeded,
    ];
    for (const value of personal) expect(written).not.toContain(value);
  });

  it('keeps quiet about what the standard does not mark', async () => {
    const { notifier, mailer, turn } = await notices();
    await notifier()();
    turn('Petugas membuka berkas Anda.', false);
    expect(await notifier()()).toBe('nothing-new');
    expect(mailer.sent).toHaveLength(1);
  });

  it('tells a suspended tenant’s citizens too: they were promised something', async () => {
    const { notifier, ports, mailer } = await notices();
    const tenant = await ports.directory.find();
    if (tenant) await ports.directory.save({ ...tenant, state: 'suspended' });
    expect(await notifier()()).toBe('sent');
    expect(mailer.sent).toHaveLength(1);
  });

  it('knows nothing of a case that does not exist', async () => {
    const { notifier } = await notices();
    expect(await notifier()(caseIdOf(99))).toBe('nothing-new');
  });
});

describe('a case without an address', () => {
  it('is noted, and an address given later is told only of what comes later', async () => {
    const { notifier, mailer, notedTo, memory, caseId, ports, turn } = await notices('');
    expect(await notifier()()).toBe('no-address');
    expect(await notedTo()).toBe(1);
    const record = memory.table.cases.get(caseId);
    if (!record) throw new Error('the case is gone');
    const sealed = await ports.vault.seal(record.key, { caseId, field: 'email' }, JSON.stringify(address));
    const facts = { ...record.snapshot.facts, email: sealed };
    memory.table.cases.set(caseId, { ...record, snapshot: { ...record.snapshot, facts } });
    turn('Berkas Anda lengkap.');
    expect(await notifier()()).toBe('sent');
    expect(mailer.sent[0]?.text).toContain('Berkas Anda lengkap.');
    expect(mailer.sent[0]?.text).not.toContain('sudah kami terima');
  });
});

describe('pointers that come as they like', () => {
  it('tell each turn once when they are delivered twice', async () => {
    const { notifier, mailer, turn } = await notices();
    for (const _ of [1, 2, 3]) await notifier()();
    turn('Berkas Anda lengkap.');
    for (const _ of [1, 2, 3]) await notifier()();
    expect(mailer.sent).toHaveLength(2);
  });

  it('tell two turns in one mail, in their order, when the first comes late', async () => {
    const { notifier, mailer, turn } = await notices();
    turn('Berkas Anda lengkap.');
    expect(await notifier()()).toBe('sent');
    const text = mailer.sent[0]?.text ?? '';
    expect(text.indexOf('sudah kami terima')).toBeGreaterThan(-1);
    expect(text.indexOf('Berkas Anda lengkap.')).toBeGreaterThan(text.indexOf('sudah kami terima'));
    expect(await notifier()()).toBe('nothing-new');
    expect(mailer.sent).toHaveLength(1);
  });

  it('let one of two that come at once send', async () => {
    const { notifier, mailer } = await notices();
    const outcomes = await Promise.all([1, 2, 3, 4].map(() => notifier()()));
    expect(outcomes.toSorted()).toEqual(['busy', 'busy', 'busy', 'sent']);
    expect(mailer.sent).toHaveLength(1);
    expect(await notifier()()).toBe('nothing-new');
  });

  it('wait for one that is still sending, and tell what came in between', async () => {
    const { notifier, mailer, turn } = await notices();
    let release: () => void = () => undefined;
    const slow: Mailer = {
      send: (mail) =>
        new Promise((resolve) => {
          release = () => resolve(mailer.send(mail));
        }),
    };
    const first = notifier({ mailer: slow })();
    await new Promise((resolve) => setTimeout(resolve, 20));
    turn('Berkas Anda lengkap.');
    expect(await notifier()()).toBe('busy');
    release();
    expect(await first).toBe('sent');
    expect(await notifier()()).toBe('sent');
    expect(mailer.sent.map(({ text }) => text.includes('Berkas Anda lengkap.'))).toEqual([false, true]);
  });
});

describe('a notifier that dies', () => {
  it('between sending and noting has the turn told again, and not before its time is up', async () => {
    const { notifier, mailer, ports, clock, notedTo } = await notices();
    let saves = 0;
    const dying = {
      ...ports.notices,
      save: (...input: Parameters<typeof ports.notices.save>) => {
        saves += 1;
        if (saves === 2) throw new Error('the function was stopped');
        return ports.notices.save(...input);
      },
    };
    await expect(notifier({ notices: dying })()).rejects.toThrow('stopped');
    expect(mailer.sent).toHaveLength(1);
    expect(await notedTo()).toBe(0);
    expect(await notifier()()).toBe('busy');
    clock.advance(MINUTE);
    expect(await notifier()()).toBe('sent');
    expect(mailer.sent).toHaveLength(2);
    expect(await notifier()()).toBe('nothing-new');
  });

  it('before sending leaves nothing untold', async () => {
    const { notifier, mailer, clock } = await notices();
    const failing: Mailer = {
      send: () => Promise.reject(new Error('throttled')),
    };
    await expect(notifier({ mailer: failing })()).rejects.toThrow('throttled');
    clock.advance(MINUTE);
    expect(await notifier()()).toBe('sent');
    expect(mailer.sent).toHaveLength(1);
  });

  it('late, after another took over, notes nothing over what the other noted', async () => {
    const { notifier, mailer, clock, notedTo, turn, seqOf, caseId } = await notices();
    const overtaken: Mailer = {
      send: async () => {
        clock.advance(MINUTE);
        turn('Berkas Anda lengkap.');
        expect(await notifier()()).toBe('sent');
        return ok(undefined);
      },
    };
    expect(await notifier({ mailer: overtaken })()).toBe('sent');
    expect(mailer.sent).toHaveLength(1);
    expect(await notedTo()).toBe(await seqOf(caseId));
    expect(await notifier()()).toBe('nothing-new');
  });
});

describe('an address that is none', () => {
  it('is not tried again', async () => {
    const { notifier, notedTo } = await notices();
    const refusing: Mailer = { send: async () => err('address-refused') };
    expect(await notifier({ mailer: refusing })()).toBe('address-refused');
    expect(await notedTo()).toBe(1);
    expect(await notifier()()).toBe('nothing-new');
  });
});
