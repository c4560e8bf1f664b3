import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { apiHeaders } from './api-headers.ts';
import { problemResponse, problems } from './problem.ts';

const app = new Hono();
app.use(apiHeaders());
app.get('/value', (context) => context.json({ value: 1 }));
app.get('/problem', () => problemResponse(problems.notFound, 'x'));
app.get('/bug', () => {
  throw new Error('bug');
});
app.onError(() => problemResponse(problems.broken, 'x'));

describe('an answer of an API', () => {
  it.each(['/value', '/problem', '/bug', '/nowhere'])(
    '%s is nothing to guess at, show or frame',
    async (path) => {
      const { headers } = await app.request(path);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(headers.get('strict-transport-security')).toMatch(/^max-age=\d{8}/);
    },
  );
});
