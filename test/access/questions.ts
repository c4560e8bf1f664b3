// A question to an API as somebody puts it, and its answer reduced to what must not differ between what is foreign and what
// does not exist: status, headers, body; without the id of the request.
import type { Operation } from '@layan/contract/operation';
import { printApi } from '@layan/contract/print-api';
import { staffApi } from '@layan/contract/staff-api';
import { type Ask, asks, type StaffOperation } from './asks.ts';
import type { Office } from './office.ts';
import type { Thing } from './things.ts';

export const tables: Readonly<Record<string, Operation>> = { ...staffApi, ...printApi };

export const operationNames = Object.keys(asks).filter((name): name is StaffOperation => name in asks);

export interface Answer {
  readonly status: number;
  /** Of a Problem. */
  readonly code?: string;
  readonly text: string;
  /** All of it, as it can be compared. */
  readonly bytes: string;
}

let keys = 0;
const nextKey = (): string => {
  keys += 1;
  return `matriks-${String(keys).padStart(8, '0')}`;
};

interface Sent {
  readonly method: string;
  readonly url: string;
  readonly body?: unknown;
}

/** What a client of the office sends about the thing. */
export const sentOf = (name: StaffOperation, thing: Thing, office: Office): Sent => {
  const operation = tables[name];
  if (!operation) throw new Error(`no operation ${name}`);
  const ask: Ask = asks[name];
  const { params = {}, query = {}, body } = ask.send?.(thing, office) ?? {};
  const known: Readonly<Record<string, string | number>> = { ...thing, ...params };
  const path = operation.path.replace(/:(\w+)/g, (_all, parameter: string) => {
    const value = known[parameter];
    if (value === undefined) throw new Error(`${name}: nothing says ${parameter}`);
    return encodeURIComponent(String(value));
  });
  const search = new URLSearchParams(query).toString();
  const url = `https://api.example${path}${search === '' ? '' : `?${search}`}`;
  return { method: operation.method, url, ...(body !== undefined && { body }) };
};

/** @param authorization absent: nobody in particular asks */
export const requestOf = (
  { method, url, body }: Sent,
  authorization: string | undefined,
  headers: Readonly<Record<string, string>> = {},
): Request =>
  new Request(url, {
    method,
    headers: {
      ...(authorization !== undefined && { authorization }),
      ...(method !== 'GET' && { 'idempotency-key': nextKey() }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });

export const answerOf = async (response: Response): Promise<Answer> => {
  const text = await response.text();
  const parsed: unknown = text.startsWith('{') ? JSON.parse(text) : text;
  const { reference: _reference, ...rest } =
    typeof parsed === 'object' && parsed !== null ? { reference: '', ...parsed } : { reference: '', parsed };
  const code = 'code' in rest && response.status >= 400 ? String(rest.code) : undefined;
  const headers = [...response.headers].filter(([name]) => name !== 'date').sort();
  return {
    status: response.status,
    ...(code !== undefined && { code }),
    text,
    bytes: JSON.stringify({ status: response.status, headers, rest }),
  };
};
