import { describe, expect, it } from 'vitest';
import { judge } from './judge.ts';

const read = 'layan-local-portal ReadQueue sqs:ReceiveMessage arn:aws:sqs:r:1:layan-local-changes';
const send = 'layan-local-portal SendOn sqs:SendMessage arn:aws:sqs:r:1:layan-local-changes-dlq';
const partition = 'layan-local-data-citizen ReadOwnTable dynamodb:LeadingKeys STAFF';
const because = 'Nothing fails here.';

describe('the list of unused permissions', () => {
  it('is empty when everything that is held was used', () => {
    const usage = { granted: [read, send], used: [send, read] };
    expect(judge(usage, [])).toEqual({ unexplained: [], explained: [], stale: [] });
  });

  it('names what was never used, also a partition', () => {
    const usage = { granted: [read, send, partition], used: [read] };
    expect(judge(usage, []).unexplained).toEqual([send, partition]);
  });

  it.each([
    { role: 'portal', statement: 'SendOn', because },
    { role: '*', statement: 'SendOn', because },
    { role: 'portal', statement: 'SendOn', of: ['sqs:SendMessage'], on: '-dlq', because },
  ])('takes a reason that meets it: %j', (reason) => {
    const judged = judge({ granted: [read, send], used: [read] }, [reason]);
    expect(judged).toEqual({ unexplained: [], explained: [{ permission: send, because }], stale: [] });
  });

  it.each([
    { role: 'staff-api', statement: 'SendOn', because },
    { role: 'portal', statement: 'SendOn', of: ['sqs:DeleteMessage'], because },
    { role: 'portal', statement: 'SendOn', on: '-other', because },
  ])('takes no reason for something else, and says that it is stale: %j', (reason) => {
    const judged = judge({ granted: [read, send], used: [read] }, [reason]);
    expect(judged.unexplained).toEqual([send]);
    expect(judged.stale).toEqual([expect.stringContaining('No role holds')]);
  });

  it('takes a reason for a partition by its name', () => {
    const reason = { role: 'data-citizen', statement: 'ReadOwnTable', of: ['STAFF'], because };
    expect(judge({ granted: [partition], used: [] }, [reason]).unexplained).toEqual([]);
  });

  it('says that a reason is stale when what it excuses was used', () => {
    const reason = { role: 'portal', statement: 'SendOn', because };
    expect(judge({ granted: [send], used: [send] }, [reason]).stale).toEqual([
      expect.stringContaining('Was used, although'),
    ]);
  });
});
