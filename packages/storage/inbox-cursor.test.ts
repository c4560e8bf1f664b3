import { caseIdOf, minute } from '@layan/testing/builders/ids';
import { expect, it } from 'vitest';
import { inboxCursor, inboxPlace } from './inbox-cursor.ts';
import { inboxSort } from './keys.ts';

const sort = inboxSort({ receivedAt: minute(1), caseId: caseIdOf(1), task: 'check-file.1' });

it('leads back to the row it was made from', () => {
  expect(inboxPlace(inboxCursor(sort))).toEqual({ sort, caseId: caseIdOf(1), task: 'check-file.1' });
});

it.each([undefined, '', '###', 'a#b#not-an-id#task', `${sort}#more`, sort.replace('check-file.1', '')])(
  'knows no place for %j',
  (text) => {
    expect(inboxPlace(text === undefined ? text : inboxCursor(text))).toBeUndefined();
  },
);
