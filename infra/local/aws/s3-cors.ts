// Cross-origin rules of a bucket, and the headers they give an answer.
import type { ServerResponse } from 'node:http';
import type { Bucket } from '../cloud.ts';
import { header, type RequestHead } from './sigv4.ts';

type Rule = Bucket['cors'][number];

/** Sets the headers a rule allows; false when no rule covers the request. */
export function allowOrigin(
  response: ServerResponse,
  bucket: Bucket | undefined,
  head: RequestHead,
): boolean {
  const origin = header(head, 'origin');
  if (origin === undefined || !bucket) return false;
  const preflight = head.method === 'OPTIONS';
  const method = preflight ? header(head, 'access-control-request-method') : head.method;
  const asked = preflight ? names(header(head, 'access-control-request-headers')) : [];
  const rule = bucket.cors.find((candidate) => covers(candidate, origin, method ?? '', asked));
  if (!rule) return false;
  response.setHeader('access-control-allow-origin', rule.origins.includes('*') ? '*' : origin);
  response.setHeader('access-control-allow-methods', rule.methods.join(', '));
  if (asked.length > 0) response.setHeader('access-control-allow-headers', asked.join(', '));
  response.setHeader('vary', 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method');
  return true;
}

function covers(rule: Rule, origin: string, method: string, asked: readonly string[]): boolean {
  return (
    rule.origins.some((pattern) => matches(pattern, origin)) &&
    rule.methods.includes(method) &&
    asked.every((name) => rule.headers.some((pattern) => matches(pattern.toLowerCase(), name)))
  );
}

function matches(pattern: string, text: string): boolean {
  const [before = '', after] = pattern.split('*');
  if (after === undefined) return pattern === text;
  return text.length >= before.length + after.length && text.startsWith(before) && text.endsWith(after);
}

const names = (list: string | undefined) =>
  (list ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '');
