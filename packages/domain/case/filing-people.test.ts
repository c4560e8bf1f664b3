import { describe, expect, test } from 'vitest';
import { CaseId } from '../kernel/ids.ts';
import { cardService, refused as refusedCard } from '../testing/a-card-service.ts';
import { aContext, aFiling, at, clock, filed, refusal, scan, secret, staff } from '../testing/a-case.ts';
import { aComplaintService, complaintProcess, complaintService } from '../testing/a-complaint-service.ts';
import type { FileCase } from './command.ts';
import { decideFiling } from './decide-filing.ts';
import { CaseEvent } from './event.ts';
import { CaseSnapshot } from './snapshot.ts';

const name = secret('v1.nama');
const phone = secret('v1.telepon');
const told = { name, phone, topic: 'lampu', place: 'pasar' };
const nameless = { topic: 'lampu', place: 'pasar' };
const officer = staff('one', ['officer']);
const shown = { requirement: 'identity', shown: true, as: 'id-card' } as const;

const filing = (more: Partial<FileCase> = {}) => aFiling({ facts: told, ...more });
const refusedBy = (command: Partial<FileCase>, by = aContext().by, service = complaintService) =>
  refusal(decideFiling(service, filing(command), aContext({ by })));

describe('who the applicant is', () => {
  test('need not be told where the channel lets them stay anonymous; what is told is kept', () => {
    const { snapshot, events } = filed(complaintService, filing({ facts: nameless, anonymous: true }));
    expect(snapshot).toMatchObject({ anonymous: true, facts: nameless });
    expect(CaseSnapshot.parse(snapshot)).toEqual(snapshot);
    expect(events.map((event) => CaseEvent.parse(event))).toEqual(events);
    expect(filed(complaintService, filing({ anonymous: true })).snapshot.facts).toEqual(told);
  });

  test('must be told by who does not ask to stay anonymous', () => {
    expect(refusedBy({ facts: nameless })).toEqual({
      code: 'facts-missing',
      facts: ['name', 'phone', 'mail'],
      anyOf: [['phone', 'mail']],
    });
    expect(filed(complaintService, filing()).snapshot.anonymous).toBeUndefined();
  });

  test('is never asked in a box: what is told all the same is not kept', () => {
    const received = { at: at('2026-07-06 08:00') };
    const { snapshot } = filed(
      complaintService,
      filing({ channel: 'box', received }),
      aContext({ by: officer }),
    );
    expect(snapshot).toMatchObject({ anonymous: true, facts: nameless });
    expect(snapshot.facts).not.toHaveProperty('name');
  });

  test('cannot stay unknown where the channel does not offer it', () => {
    for (const channel of ['counter', 'chat']) {
      expect(refusedBy({ channel, anonymous: true, attachments: [] }, officer)).toEqual({
        code: 'anonymity-not-offered',
        channel,
      });
    }
  });

  test('must be told by something where the channel requires it, whatever its form demands', () => {
    const forms = (complaintProcess.forms ?? []).map((form) => ({
      id: form.id,
      title: form.title,
      pages: form.pages.map((page) => ({
        ...page,
        fields: page.fields.map((field) => ({ ...field, required: false })),
      })),
    }));
    const lax = aComplaintService({ forms });
    const nobody = { channel: 'counter', facts: { topic: 'lampu' }, attachments: [shown] };
    expect(refusedBy(nobody, officer, lax)).toEqual({
      code: 'facts-missing',
      facts: ['name', 'phone', 'mail'],
      anyOf: [['name', 'phone', 'mail']],
    });
    expect(refusedBy({ ...nobody, facts: { mail: secret('v1.surel') } }, officer, lax)).toBeUndefined();
  });

  test('stays unknown in what is filed about an anonymous case', () => {
    const earlier = { ...refusedCard.snapshot, anonymous: true, confidential: true } as const;
    const { snapshot } = filed(
      cardService,
      aFiling({
        channel: 'objection-portal',
        facts: { reason: secret('v1.alasan') },
        standard: earlier.standard,
        about: { snapshot: earlier, facts: earlier.facts },
      }),
    );
    expect(snapshot).toMatchObject({ anonymous: true, confidential: true });
  });
});

describe('what is told', () => {
  test('is confidential where the channel offers it and the applicant asks for it, by name or without', () => {
    expect(filed(complaintService, filing({ confidential: true })).snapshot).toMatchObject({
      confidential: true,
    });
    expect(filed(complaintService, filing()).snapshot.confidential).toBeUndefined();
    expect(refusedBy({ channel: 'chat', confidential: true }, officer)).toEqual({
      code: 'confidentiality-not-offered',
      channel: 'chat',
    });
  });

  test('is as private as the case that opened this one, whatever the channel offers', () => {
    const parent = { caseId: CaseId.parse('2'.repeat(26)), ticket: '2222-2222-2', task: 'wait.4' };
    const command = filing({ channel: 'chat', anonymous: true, confidential: true, parent });
    const { snapshot } = filed(complaintService, command, aContext({ by: clock }));
    expect(snapshot).toMatchObject({ anonymous: true, confidential: true, parent });
    expect(refusedBy({ channel: 'chat' }, clock)).toEqual({ code: 'unknown-channel', channel: 'chat' });
  });

  test('answers at least one of a group', () => {
    const { place, ...placeless } = told;
    expect(refusedBy({ facts: placeless })).toEqual({
      code: 'facts-missing',
      facts: ['place', 'spot'],
      anyOf: [['place', 'spot']],
    });
    expect(refusedBy({ facts: { ...placeless, spot: 'dekat' } })).toBeUndefined();
  });
});

describe('a requirement', () => {
  const counter = (attachments: FileCase['attachments'], by = officer) =>
    refusedBy({ channel: 'counter', attachments }, by);

  test('that is only shown is recorded as shown; nothing of it may be kept', () => {
    expect(counter([shown])).toBeUndefined();
    const wrong = { code: 'requirements-invalid', requirements: ['identity'] };
    expect(counter([{ ...scan('identity'), as: 'id-card' }])).toEqual(wrong);
    expect(counter([{ requirement: 'identity', paper: true, as: 'id-card' }])).toEqual(wrong);
  });

  test('that is to be kept is not met by showing it', () => {
    expect(counter([shown, { requirement: 'proof', shown: true, as: 'photo' }])).toEqual({
      code: 'requirements-invalid',
      requirements: ['proof'],
    });
  });

  test('of several choices names one of them', () => {
    const { as, ...unnamed } = shown;
    expect(counter([unnamed])).toEqual({ code: 'requirements-choice-missing', requirements: ['identity'] });
    expect(counter([{ ...shown, as: 'passport' }])).toEqual({
      code: 'requirements-invalid',
      requirements: ['identity'],
    });
    expect(counter([shown, { ...scan('proof'), as: 'letter' }])).toBeUndefined();
  });

  test('that is only shown is not asked of who files alone: nobody is there to look', () => {
    const channels = (complaintProcess.channels ?? []).map((channel) =>
      channel.id === 'portal' ? { ...channel, requirements: ['identity'] } : channel,
    );
    const service = aComplaintService({ channels });
    expect(refusedBy({}, aContext().by, service)).toBeUndefined();
    expect(refusedBy({ attachments: [shown] }, aContext().by, service)).toEqual({
      code: 'requirements-invalid',
      requirements: ['identity'],
    });
  });
});

describe('the moment of receipt', () => {
  const letter = (received: FileCase['received']) =>
    refusedBy({ channel: 'letter', ...(received && { received }) }, officer);

  test('is entered as a matter of course for a letter: promises count from it, and it is no late entry', () => {
    const received = { at: at('2026-07-01 10:00') };
    const { snapshot } = filed(
      complaintService,
      filing({ channel: 'letter', received }),
      aContext({ by: officer }),
    );
    expect(snapshot).toMatchObject({
      receivedAt: at('2026-07-01 10:00'),
      promises: [{ promise: 'reply', from: at('2026-07-01 10:00'), dueAt: at('2026-07-08 16:00') }],
    });
    expect(snapshot.lateEntry).toBeUndefined();
  });

  test('must be entered there, and cannot lie ahead', () => {
    expect(letter(undefined)).toEqual({ code: 'receipt-missing', receipt: 'stamped' });
    expect(refusedBy({ channel: 'box' }, officer)).toEqual({ code: 'receipt-missing', receipt: 'opened' });
    expect(letter({ at: at('2026-07-06 09:01') })).toEqual({ code: 'receipt-refused', reason: 'in-future' });
    expect(letter({ at: at('2026-07-06 09:00') })).toBeUndefined();
  });

  test('needs a reason on all other channels', () => {
    const received = { at: at('2026-07-06 08:00') };
    expect(refusedBy({ channel: 'chat', received }, officer)).toEqual({
      code: 'receipt-refused',
      reason: 'reason-missing',
    });
    expect(
      refusedBy({ channel: 'chat', received: { ...received, reason: 'listrik padam' } }, officer),
    ).toBeUndefined();
  });
});

test('staff file on every channel that is no portal, applicants on none of them', () => {
  const received = { at: at('2026-07-06 08:00') };
  for (const { id, kind, receipt } of complaintProcess.channels ?? []) {
    const command = {
      channel: id,
      ...(receipt && { received }),
      ...(id === 'counter' && { attachments: [shown] }),
    };
    expect(refusedBy(command, officer)).toBeUndefined();
    const byThemselves = refusedBy({ channel: id }, aContext().by);
    expect(byThemselves?.code).toBe(kind === 'portal' ? undefined : 'unknown-channel');
  }
});
