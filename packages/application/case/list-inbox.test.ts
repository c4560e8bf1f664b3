import { RegionCode } from '@layan/domain/kernel/ids';
import { testPerson } from '@layan/testing/builders/people';
import { countPortCalls } from '@layan/testing/count-port-calls';
import { ultpkScene, valueIn } from '@layan/testing/scenes/ultpk-scene';
import { describe, expect, it } from 'vitest';
import type { Membership } from '../ports/staff.ts';
import { makeFindByTicket } from './find-by-ticket.ts';
import { makeListInbox } from './list-inbox.ts';

describe('the inbox of a role', () => {
  it('shows the open tasks with the name of the applicant and the promise, by one query', async () => {
    const scene = await ultpkScene();
    const { caseId } = await scene.file(1);
    valueIn(await scene.complete(scene.staff.frontOffice, caseId, 'initial-verification', 'accept'));
    const { ports, calls } = countPortCalls(scene.ports);
    const page = valueIn(await makeListInbox(ports)({ member: scene.staff.backOffice }));
    expect(page.rows).toMatchObject([
      {
        caseId,
        applicant: testPerson(1).name,
        step: 'registration',
        received: 'Rabu, 4 Februari 2026, 09.00 WIB',
        area: expect.stringContaining('Kelurahan'),
      },
    ]);
    expect(calls).toEqual(['cases.inbox']);
  });

  it('says of an overdue promise that it is', async () => {
    const scene = await ultpkScene();
    await scene.toIssue(1);
    scene.clock.advance(2 * 3_600_000);
    const page = valueIn(
      await makeListInbox(scene.ports)({ member: scene.staff.backOffice, role: 'backOffice' }),
    );
    expect(page.rows[0]?.promise).toMatchObject({
      overdue: true,
      due: 'Rabu, 4 Februari 2026, 10.00 WIB',
      words: expect.stringMatching(/^lewat /),
    });
  });

  it('is only for those who hold the role', async () => {
    const scene = await ultpkScene();
    expect(
      await makeListInbox(scene.ports)({ member: scene.staff.frontOffice, role: 'backOffice' }),
    ).toMatchObject({ error: { code: 'role-missing', role: 'backOffice' } });
  });

  it('holds nothing of another agency', async () => {
    const scene = await ultpkScene();
    await scene.file(1);
    const page = valueIn(await makeListInbox(scene.ports)({ member: scene.staff.elsewhere }));
    expect(page.rows).toEqual([]);
  });

  it('divides by area where the role does, and nowhere else', async () => {
    const scene = await ultpkScene();
    await scene.toIssue(1);
    const list = makeListInbox(scene.ports);
    const rows = async (role: 'facilitator' | 'backOffice', area: string) =>
      valueIn(await list({ member: { ...scene.staff[role], areas: [RegionCode.parse(area)] } })).rows.length;
    expect(await rows('facilitator', '35.74.04')).toBe(1);
    expect(await rows('facilitator', '35.74.01')).toBe(0);
    expect(await rows('backOffice', '35.74.01')).toBe(1);
  });

  it('marks work that is given out by rule, and lets those see it who give it out', async () => {
    const scene = await ultpkScene();
    const { caseId } = await scene.toIssue(1);
    const list = makeListInbox(scene.ports);
    const rowFor = async (member: Membership) => {
      const { rows } = valueIn(await list({ member, role: 'facilitator' }));
      return rows.find((row) => row.caseId === caseId);
    };
    const { manager, backOffice, facilitator, frontOffice } = scene.staff;
    expect(await rowFor(facilitator)).toMatchObject({ givenOut: true, applicant: testPerson(1).name });
    expect(await rowFor(backOffice)).toMatchObject({ givenOut: true, applicant: testPerson(1).name });
    expect(await rowFor(manager)).toMatchObject({ givenOut: true, applicant: 'nama disamarkan' });
    expect(await list({ member: frontOffice, role: 'facilitator' })).toMatchObject({
      error: { code: 'role-missing', role: 'facilitator' },
    });
    expect(await list({ member: manager, role: 'backOffice' })).toMatchObject({
      error: { code: 'role-missing' },
    });
    const { rows } = valueIn(await list({ member: backOffice }));
    expect(rows.every(({ givenOut }) => givenOut === undefined)).toBe(true);
  });

  it('comes page by page', async () => {
    const scene = await ultpkScene();
    for (const n of [1, 2, 3]) await scene.file(n);
    const list = makeListInbox(scene.ports);
    const member = scene.staff.frontOffice;
    const first = valueIn(await list({ member, limit: 2 }));
    const second = valueIn(await list({ member, limit: 2, ...(first.next ? { after: first.next } : {}) }));
    expect(first.rows.length + second.rows.length).toBe(3);
    expect(second.next).toBeUndefined();
  });
});

describe('a case looked up by its ticket', () => {
  it('is found however the ticket is written', async () => {
    const scene = await ultpkScene();
    const { ticket, caseId } = await scene.file(1);
    const find = makeFindByTicket(scene.ports);
    const member = scene.staff.frontOffice;
    expect(valueIn(await find({ member, ticket: ticket.toLowerCase().replaceAll('-', '') }))).toEqual({
      caseId,
    });
    expect(await find({ member, ticket: 'bukan tiket' })).toMatchObject({
      error: { code: 'ticket-malformed' },
    });
  });
});
