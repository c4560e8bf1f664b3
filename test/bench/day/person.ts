// Somebody who works at the agency: signed in by invitation, doing one thing at a time, each call timed by its operation.
import { staffApi } from '@layan/contract/staff-api';
import { type Caller, CallProblem, createCaller } from '@layan/infra/local/seed/call';
import { tokenByDemo, tokenByInvitation } from '../../people/tokens.ts';
import { type Ledger, noteRefusal, noteTime } from './ledger.ts';

export interface Person {
  readonly name: string;
  readonly call: Caller;
}

/** Access tokens live for a quarter of an hour. */
const TOKEN_MS = 10 * 60_000;

const names = new Map<unknown, string>(
  Object.entries(staffApi).map(([name, operation]) => [operation, name]),
);

const timed =
  (ledger: Ledger, current: () => Promise<Caller>): Caller =>
  async (operation, input) => {
    const call = await current();
    const name = names.get(operation) ?? operation.path;
    const started = performance.now();
    try {
      return await call(operation, input);
    } catch (error) {
      if (error instanceof CallProblem) noteRefusal(ledger, `${name}: ${error.problem.code}`);
      throw error;
    } finally {
      noteTime(ledger, name, performance.now() - started);
    }
  };

function person(ledger: Ledger, port: number, name: string, token: () => Promise<string>): Person {
  let since = 0;
  let caller: Promise<Caller> | undefined;
  const current = (): Promise<Caller> => {
    if (caller === undefined || Date.now() - since > TOKEN_MS) {
      since = Date.now();
      caller = token().then((fresh) => createCaller(port, fresh));
    }
    return caller;
  };
  return { name, call: timed(ledger, current) };
}

export const invited = (ledger: Ledger, port: number, name: string, email: string): Person =>
  person(ledger, port, name, () => tokenByInvitation(port, email));

export const seeded = (ledger: Ledger, port: number, name: string, email: string): Person =>
  person(ledger, port, name, () => tokenByDemo(port, 'staff', email));
